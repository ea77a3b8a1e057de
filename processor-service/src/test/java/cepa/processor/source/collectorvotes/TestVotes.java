package cepa.processor.source.collectorvotes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Votes as upstream writes them: `new TestVotes().vote(identity, v -> v.relay("A", "Running"))`.
public final class TestVotes {

  private final VotesReader.Collector collector = new VotesReader.Collector();

  /// One vote, of the hour 2026-01-15 12:00 unless its head says otherwise.
  ///
  /// @param identity v3 identity of the authority
  public TestVotes vote(String identity, Consumer<TestVote> content) {
    var vote = new TestVote();
    content.accept(vote);
    collector.begin(identity);
    collector.add("head", ("valid-after " + vote.hour + "\n" + vote.head).getBytes(UTF_8));
    vote.entries.forEach(entry -> collector.add(entry[0], entry[1].getBytes(UTF_8)));
    collector.end();
    return this;
  }

  public VotesData data() {
    return collector.data();
  }

  /// A vote being written.
  public static final class TestVote {
    private final List<String[]> entries = new ArrayList<>();
    private String hour = "2026-01-15 12:00:00";
    private String head = "";

    public TestVote at(String validAfter) {
      hour = validAfter;
      return this;
    }

    /// @param line of the head
    public TestVote head(String line) {
      head += line + "\n";
      return this;
    }

    /// A relay.
    ///
    /// @param digit a hex digit; the fingerprint is forty of it
    /// @param flags separated by blanks
    /// @param lines more lines of its entry
    public TestVote relay(String digit, String flags, String... lines) {
      entries.add(
          new String[] {
            digit.repeat(40),
            "r relay identity digest 2026-01-15 06:00:00 192.0.2.1 443 0\ns "
                + flags
                + "\n"
                + String.join("\n", lines)
                + "\n"
          });
      return this;
    }
  }
}
