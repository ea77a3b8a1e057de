package cepa.bench.compare;

import cepa.bench.Shown;
import cepa.bench.flat.SiteFiles;
import cepa.bench.make.Product;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.instance.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Figures made up where a source is missing.
@Command(
    name = "zeros",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the site of a simulated network with every source, and without one of them at a time."
          + " Lists what is something with the source and zero or no without it: what is not known"
          + " must be unknown.",
      "DIR/all and DIR/without-SOURCE that are there already are only compared.",
      "Exits with 1 if there is such a figure."
    })
public final class ZerosCommand implements Callable<Integer> {

  private static final String NEEDED = "onionoo-details";

  private static final List<String> OPTIONAL =
      List.of(
          "aroi-validation",
          "authority-health",
          "collector-bandwidths",
          "collector-consensus",
          "collector-descriptors",
          "collector-votes",
          "onionoo-bandwidth",
          "onionoo-uptime");

  @Parameters(paramLabel = "DIR", description = "Where the sites are written.")
  private Path directory = Path.of("zeros");

  @Option(
      names = "--without",
      paramLabel = "SOURCE",
      split = ",",
      description = "Sources left out, one at a time (default: each but the details of relays).")
  private List<String> without = OPTIONAL;

  @Option(
      names = "--relays",
      paramLabel = "N",
      defaultValue = "600",
      description = "Size of the network (default: ${DEFAULT-VALUE}).")
  private int relays = 600;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    int findings = 0;
    try (var spool = TemporaryDirectory.create("cepa-bench");
        var upstream =
            UpstreamSimulator.start(
                SimulatorSettings.defaults().withRelays(relays).withSpool(spool.path()))) {
      SiteFiles all = site("all", "", upstream);
      for (String source : without) {
        if (!OPTIONAL.contains(source)) {
          throw new IllegalArgumentException("--without takes some of " + OPTIONAL);
        }
        List<InventedZeros.Finding> found =
            InventedZeros.between(all, site("without-" + source, source, upstream));
        findings += found.size();
        out.println("without " + source + ": " + Shown.count(found.size()) + " made up");
        found.forEach(finding -> out.println("  " + said(finding)));
        out.flush();
      }
    }
    return findings == 0 ? 0 : 1;
  }

  private static String said(InventedZeros.Finding finding) {
    return finding.family()
        + " "
        + finding.field()
        + ": "
        + Shown.count(finding.values())
        + " values, on "
        + finding.page()
        + " "
        + finding.with()
        + " became "
        + finding.without();
  }

  private SiteFiles site(String name, String leftOut, UpstreamSimulator upstream)
      throws InterruptedException {
    Path site = directory.resolve(name);
    if (!Files.exists(site.resolve("index.html"))) {
      try (var data = TemporaryDirectory.create("cepa-bench");
          Product product = Product.start(data.path(), upstream, Map.of())) {
        var sources = new TreeSet<>(product.sources());
        sources.remove(leftOut);
        if (!sources.contains(NEEDED)) {
          throw new IllegalStateException("There is no source " + NEEDED + " in " + sources);
        }
        product.fetch(sources);
        product.write(product.build().build(), site);
      }
    }
    return SiteFiles.in(site);
  }
}
