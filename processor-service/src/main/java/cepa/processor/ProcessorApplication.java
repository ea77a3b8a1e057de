package cepa.processor;

import cepa.service.ServiceConfiguration;
import cepa.service.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The processor as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceConfiguration.class, ProcessorConfiguration.class})
public class ProcessorApplication {

  /// Starts it; it runs until the process is told to end.
  public static void main(String[] args) {
    Startup.neutral();
    SpringApplication.run(ProcessorApplication.class, args);
  }
}
