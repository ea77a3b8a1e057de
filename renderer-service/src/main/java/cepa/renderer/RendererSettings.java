package cepa.renderer;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How a renderer works.
///
/// @param name how results and logs call it
/// @param workers shards rendered at the same time, each on a thread of its own; 0: one a core
/// @param lock for how long an assignment is held before another renderer gets it; renewed while a
///   shard takes longer
/// @param deliveries after how many deliveries the broker drops an assignment; as
///   `group.share.delivery.count.limit` there
/// @param models models kept in memory, the latest used ones
/// @param fragments bytes of rendered fragments kept for each model
/// @param largestPage uncompressed size over which a page or twin fails its shard
@Validated
@ConfigurationProperties("cepa.renderer")
public record RendererSettings(
    @NotBlank @DefaultValue("renderer") String name,
    @Min(0) @DefaultValue("0") int workers,
    @DurationMin(seconds = 1) @DefaultValue("15s") Duration lock,
    @Min(1) @DefaultValue("5") int deliveries,
    @Min(1) @DefaultValue("2") int models,
    @DefaultValue("64MB") DataSize fragments,
    @DefaultValue("1500000B") DataSize largestPage) {

  /// Number of workers, with 0 resolved.
  public int workerCount() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }
}
