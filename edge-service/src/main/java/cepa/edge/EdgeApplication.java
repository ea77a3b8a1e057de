package cepa.edge;

import cepa.service.ServiceConfiguration;
import cepa.service.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The edge as a process of its own. Boot's own port is for management; readers use the port of
/// [EdgeServer].
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceConfiguration.class, EdgeConfiguration.class})
public class EdgeApplication {

  /// Starts it; it runs until the process is told to end.
  public static void main(String[] args) {
    Startup.neutral();
    SpringApplication.run(EdgeApplication.class, args);
  }
}
