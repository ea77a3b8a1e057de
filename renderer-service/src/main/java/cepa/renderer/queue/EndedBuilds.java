package cepa.renderer.queue;

import cepa.build.BuildEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Builds that need no more shards, as `cepa.builds` tells; the newest few thousand. Safe for many
/// threads.
public final class EndedBuilds {

  private static final int REMEMBERED = 4_000;

  private final Set<String> builds =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /// Takes in an event; twice is as good as once.
  public void fold(BuildEvent event) {
    switch (event) {
      case BuildEvent.Planned _, BuildEvent.Answered _, BuildEvent.Refused _ -> {}
      case BuildEvent.Staged _,
          BuildEvent.Checked _,
          BuildEvent.Live _,
          BuildEvent.Failed _,
          BuildEvent.Superseded _,
          BuildEvent.Cancelled _ ->
          builds.add(event.build());
    }
  }

  public boolean contains(String build) {
    return builds.contains(build);
  }
}
