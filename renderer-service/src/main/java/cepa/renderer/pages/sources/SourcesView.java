package cepa.renderer.pages.sources;

import cepa.model.SourceProvenance.State;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where figures come from.
///
/// @param asOf the moment all pages speak of
/// @param sources every known source, by id
/// @param present how many of them have figures
/// @param relays relays of the model
/// @param rejected records of the details snapshot that could not be read as a relay
/// @param undated relays whose first-seen time is missing
/// @param placeless relays whose country is missing
/// @param networkless relays whose network is missing
/// @param unweighted running relays whose weight is missing
record SourcesView(
    PageHead head,
    Moment asOf,
    List<Source> sources,
    int present,
    int relays,
    int rejected,
    int undated,
    int placeless,
    int networkless,
    int unweighted)
    implements PageView {

  /// @param described whether there are texts about it
  /// @param snapshot id of the snapshot used; null if none is
  /// @param published upstream's time of it
  /// @param ageMinutes at the model's moment, rounded down; null if none is used
  /// @param records entities in it; null if there is none
  record Source(
      String id,
      boolean described,
      State state,
      @Nullable String snapshot,
      @Nullable Moment published,
      @Nullable Long ageMinutes,
      @Nullable Long records) {}
}
