package cepa.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `cepa.builds` says, folded in order: every build and how far it came. Folding an event
/// twice changes nothing. Not safe for several threads.
public final class BuildLedger {

  private final Map<String, Entry> builds = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /// Takes in an event; events of builds whose plan is no longer on the log are passed over.
  public void fold(BuildEvent event) {
    if (event instanceof BuildEvent.Planned planned) {
      String request = planned.plan().request();
      if (request != null) {
        answers.put(request, new Answer(planned.build(), ""));
      }
      builds.putIfAbsent(
          planned.build(),
          new Entry(
              planned.build(),
              planned.plan(),
              State.PLANNED,
              planned.at(),
              planned.at(),
              null,
              ""));
      return;
    }
    if (event instanceof BuildEvent.Answered answered) {
      answers.put(answered.request(), new Answer(answered.build(), ""));
      return;
    }
    if (event instanceof BuildEvent.Refused refused) {
      answers.put(refused.request(), new Answer("", refused.reason()));
      return;
    }
    Entry entry = builds.get(event.build());
    if (entry != null) {
      Entry next = next(entry, event);
      if (isLater(entry, next)) {
        builds.put(event.build(), next);
      }
    }
  }

  /// A build never goes back, whatever the clocks of those who told its steps say. Within one state
  /// the later word counts: a held build, or one made live again.
  private static boolean isLater(Entry entry, Entry next) {
    int step = next.state().rank - entry.state().rank;
    return step > 0
        || (next.state() == entry.state()
            && next.state().repeats
            && (next.changed().isAfter(entry.changed())
                || (next.changed().equals(entry.changed()) && entry.note().isEmpty())));
  }

  private static Entry next(Entry entry, BuildEvent event) {
    return switch (event) {
      case BuildEvent.Planned _, BuildEvent.Answered _, BuildEvent.Refused _ -> entry;
      case BuildEvent.Staged staged -> entry.at(State.STAGED, staged.at(), staged, "");
      case BuildEvent.Checked checked ->
          entry.at(State.CHECKED, checked.at(), entry.staged(), checked.held());
      case BuildEvent.Live live -> entry.at(State.LIVE, live.at(), entry.staged(), "");
      case BuildEvent.Failed failed ->
          entry.at(State.FAILED, failed.at(), entry.staged(), String.join("; ", failed.reasons()));
      case BuildEvent.Superseded superseded ->
          entry.at(State.SUPERSEDED, superseded.at(), entry.staged(), "by " + superseded.by());
      case BuildEvent.Cancelled cancelled ->
          entry.at(State.CANCELLED, cancelled.at(), entry.staged(), cancelled.reason());
    };
  }

  /// Every build, in order of planning.
  public List<Entry> builds() {
    return new ArrayList<>(builds.values());
  }

  public Optional<Entry> find(String build) {
    return Optional.ofNullable(builds.get(build));
  }

  /// What became of a request; empty while it waits.
  public Optional<Answer> answer(String request) {
    return Optional.ofNullable(answers.get(request));
  }

  /// The answer to a request.
  ///
  /// @param build the build that meets it; empty if it was refused
  /// @param refusal why it was refused; empty if it was not
  public record Answer(String build, String refusal) {}

  /// How far a build came.
  public enum State {
    PLANNED(0, false),
    STAGED(1, false),
    CHECKED(2, true),
    /// Also after an end: someone may make any checked build live by hand.
    LIVE(4, true),
    FAILED(3, false),
    SUPERSEDED(3, false),
    CANCELLED(3, false);

    private final int rank;
    private final boolean repeats;

    State(int rank, boolean repeats) {
      this.rank = rank;
      this.repeats = repeats;
    }
  }

  /// One build.
  ///
  /// @param planned when it was planned
  /// @param changed when it reached its state
  /// @param staged counts; null before it was staged
  /// @param note why it failed, ended or was held; empty if there is nothing to say
  public record Entry(
      String build,
      BuildPlan plan,
      State state,
      Instant planned,
      Instant changed,
      BuildEvent.@Nullable Staged staged,
      String note) {

    /// Whether nothing more will happen to it by itself.
    public boolean isEnded() {
      return switch (state) {
        case PLANNED, STAGED -> false;
        case CHECKED -> !note.isEmpty();
        case LIVE, FAILED, SUPERSEDED, CANCELLED -> true;
      };
    }

    private Entry at(State next, Instant when, BuildEvent.@Nullable Staged counts, String because) {
      return new Entry(build, plan, next, planned, when, counts, because);
    }
  }
}
