package cepa.renderer.pages;

import cepa.model.RelayChange;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes the site of an invented network as files, to be looked at in a browser: `Preview
/// <directory> <number of relays>`, or `Preview <directory> reference` for the one of
/// [ReferenceSite]. Serve the directory; links are absolute.
public final class Preview {

  private static final List<RelayChange.Kind> KINDS = List.of(RelayChange.Kind.values());

  private Preview() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    RenderedSite site =
        RenderedSite.of(
            args[1].equals("reference") ? reference() : network(Integer.parseInt(args[1])));
    write(directory, site.pages());
    write(directory, site.twins());
    write(directory, site.csv());
    write(directory, site.documents());
    for (var asset : site.assets().all()) {
      Path file = directory.resolve("assets").resolve(asset.published());
      Files.createDirectories(file.getParent());
      Files.write(file, asset.content());
    }
  }

  private static void write(Path directory, Map<String, byte[]> files) throws IOException {
    for (var file : files.entrySet()) {
      String name = file.getKey().endsWith("/") ? file.getKey() + "index.html" : file.getKey();
      Path path = directory.resolve(name.substring(1));
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /// Real groups, with the domains of half of the operators proved.
  private static NetworkBuilder reference() {
    NetworkBuilder network =
        ReferenceSite.load()
            .network()
            .trend(SampleNetworks.trend(120, 900, Networks.AS_OF))
            .with(SampleNetworks.troubled());
    network.build().relays().stream()
        .map(relay -> relay.contact().domain())
        .filter(Objects::nonNull)
        .filter(domain -> domain.length() % 2 == 0)
        .forEach(network::proved);
    return network;
  }

  private static NetworkBuilder network(int relays) {
    NetworkBuilder network =
        Networks.aNetworkOf(relays, 7)
            .trend(SampleNetworks.trend(120, relays + relays / 5, Networks.AS_OF));
    network.with(SampleNetworks.healthy(), SampleNetworks.troubled(), Networks.aBareRelay());
    for (int i = 0; i < relays / 4; i++) {
      network.with(
          Networks.aRelay()
              .nickname("hz" + i)
              .network("AS24940", "Hetzner Online GmbH")
              .guard()
              .bandwidth(20_000_000 + i * 1000L)
              .changed(
                  new RelayChange(
                      Networks.AS_OF.minusSeconds(3_600L * (i % 100)),
                      KINDS.get(i % KINDS.size()),
                      i % 3 == 0 ? null : "0.4.8.20",
                      "0.4.8.21"))
              .weight(9_000));
    }
    return network;
  }
}
