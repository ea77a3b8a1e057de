package cepa.store;

import cepa.store.s3.S3Settings;
import jakarta.validation.Valid;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which object store to use.
///
/// @param kind a directory of this machine, or a bucket
/// @param directory root of the store if it is a directory
/// @param s3 the bucket if it is one
@ConfigurationProperties("cepa.store")
@Validated
public record StoreSettings(
    @DefaultValue("directory") Kind kind,
    @DefaultValue("data/store") Path directory,
    @DefaultValue @Valid @NestedConfigurationProperty S3Settings s3) {

  /// The implementations there are.
  public enum Kind {
    DIRECTORY,
    S3
  }

  public StoreSettings {
    if (kind == Kind.S3 && (s3.accessKey().isBlank() || !s3.secretKey().isGiven())) {
      throw new IllegalArgumentException(
          "cepa.store.kind=s3 needs cepa.store.s3.access-key and cepa.store.s3.secret-key");
    }
  }
}
