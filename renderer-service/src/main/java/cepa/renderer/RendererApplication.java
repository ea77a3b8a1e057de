package cepa.renderer;

import cepa.service.ServiceConfiguration;
import cepa.service.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// A renderer as a process of its own; start as many as there is work for.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceConfiguration.class, RendererConfiguration.class})
public class RendererApplication {

  /// Starts it; it runs until the process is told to end.
  public static void main(String[] args) {
    Startup.neutral();
    SpringApplication.run(RendererApplication.class, args);
  }
}
