package cepa.fetcher;

import cepa.service.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The fetcher as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FetcherConfiguration.class)
public class FetcherApplication {

  /// Starts it; it runs until the process is told to end.
  public static void main(String[] args) {
    Startup.neutral();
    SpringApplication.run(FetcherApplication.class, args);
  }
}
