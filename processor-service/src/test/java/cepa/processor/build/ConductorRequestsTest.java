package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import org.junit.jupiter.api.Test;

/// Builds that someone asks for.
class ConductorRequestsTest extends OnABench {

  @Test
  void requestIsAnsweredOnce_thoughReadTwice() {
    bench.details("d1", 0);
    bench.build();
    var request = new BuildRequest.Latest("r1", true, true);
    bench.request(request);
    bench.request(request);
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();
    bench.request(request);
    bench.advance();
    bench.kill();
    bench.advance();

    assertThat(bench.log.kinds()).filteredOn("Planned"::equals).hasSize(2);
    assertThat(bench.log.last(BuildEvent.Planned.class).plan().request()).isEqualTo("r1");
    assertThat(bench.log.last(BuildEvent.Planned.class).plan().base()).as("full").isNull();
  }

  @Test
  void requestForWhatIsLive_isAnsweredWithIt() {
    bench.details("d1", 0);
    BuildEvent.Planned live = bench.build();
    bench.request(new BuildRequest.Latest("r1", false, true));
    bench.advance();

    var answered = bench.log.last(BuildEvent.Answered.class);
    assertThat(answered.build()).isEqualTo(live.build());
    assertThat(answered.request()).isEqualTo("r1");
  }

  @Test
  void requestThatCannotBeMet_isRefused_andTheNextOneIsHeard() {
    bench.request(new BuildRequest.SameInputs("r1", "nothing", true));
    bench.request(new BuildRequest.AsOf("r2", NOON, true));
    bench.request(new BuildRequest.Latest("r3", false, true));
    bench.advance();
    bench.advance();
    bench.advance();

    assertThat(bench.log.events)
        .extracting(event -> ((BuildEvent.Refused) event).reason())
        .satisfiesExactly(
            r1 -> assertThat(r1).contains("no build nothing"),
            r2 -> assertThat(r2).contains("2026-01-15T12:00:00Z"),
            r3 -> assertThat(r3).contains("No details snapshot"));
  }

  @Test
  void preview_staysChecked() {
    bench.details("d1", 0);
    BuildEvent.Planned live = bench.build();
    bench.details("d2", 1);
    bench.request(new BuildRequest.AsOf("r1", NOON, false));
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Checked.class).held()).isEqualTo("preview");
    assertThat(bench.live().build()).isEqualTo(live.build());
  }
}
