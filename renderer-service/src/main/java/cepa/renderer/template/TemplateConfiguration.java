package cepa.renderer.template;

import cepa.renderer.asset.Assets;
import io.pebbletemplates.pebble.extension.Extension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the one template engine with every extension there is.
@Configuration(proxyBeanMethods = false)
public class TemplateConfiguration {

  @Bean
  SiteTemplates siteTemplates(ObjectProvider<Extension> extensions, Assets assets) {
    return new SiteTemplates(extensions.orderedStream().toList(), assets);
  }
}
