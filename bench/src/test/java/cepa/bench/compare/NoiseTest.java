package cepa.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.bench.flat.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseTest {

  @TempDir private Path first = Path.of("");
  @TempDir private Path second = Path.of("");

  @Test
  void pagesThatDiffer_areCountedWithTheirReasons() {
    TestSite before = new TestSite(first).with("index.html", "");
    TestSite after = new TestSite(second).with("index.html", "");
    before.with("relay/A/index.html", "5").with("relay/A/index.json", "{\"a\": 5, \"b\": [1]}");
    after.with("relay/A/index.html", "6").with("relay/A/index.json", "{\"a\": 6, \"b\": [2]}");
    before.with("relay/B/index.html", "5").with("relay/B/index.json", "{\"a\": 5}");
    after.with("relay/B/index.html", "6").with("relay/B/index.json", "{\"a\": 6}");
    before.with("relay/C/index.html", "5").with("relay/C/index.json", "{\"a\": 5}");
    after.with("relay/C/index.html", "5").with("relay/C/index.json", "{\"a\": 5}");
    before.with("relay/D/index.html", "5").with("relay/D/index.json", "{\"a\": 5}");
    after.with("relay/D/index.html", "<p>5").with("relay/D/index.json", "{\"a\": 5}");
    after.with("relay/E/index.html", "5").with("relay/E/index.json", "{\"a\": 5}");
    var sites = new SitePair(before.files(), after.files());
    Noise noise = Noise.between(sites);
    assertThat(noise.families()).containsEntry("relay", new Noise.Changed(4, 3));
    assertThat(noise.reasons())
        .containsEntry("relay a", new Noise.Reason(2, 1))
        .containsEntry("relay b[]", new Noise.Reason(1, 0))
        .containsEntry("relay " + Noise.NOT_IN_THE_TWIN, new Noise.Reason(1, 1));
    assertThat(sites.added()).isEqualTo(1);
  }
}
