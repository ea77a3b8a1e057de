package cepa.renderer.view;

import cepa.model.NetworkModel;
import cepa.model.SourceProvenance;

/// Ids of the sources that pages here take figures from.
public final class Sources {

  public static final String DETAILS = "onionoo-details";
  public static final String VALIDATION = "aroi-validation";
  public static final String UPTIME = "onionoo-uptime";
  public static final String BANDWIDTH = "onionoo-bandwidth";
  public static final String DESCRIPTORS = "collector-descriptors";

  private Sources() {}

  /// Whether figures of a source are known at all.
  public static boolean isPresent(NetworkModel model, String source) {
    SourceProvenance provenance = model.source(source);
    return provenance != null && provenance.isPresent();
  }
}
