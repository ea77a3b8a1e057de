package cepa.simulator.collectorbandwidths;

import cepa.simulator.directory.DirectoryText;
import cepa.simulator.directory.Measurements;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Authority;
import cepa.simulator.network.Draw;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes the bandwidth file of one scanner: the figures of the authority's vote, and how it came
/// to them.
final class BandwidthFileText {

  private static final long DAY = 86_400;

  private final NetworkHour hour;
  private final Authority scanner;
  private final long created;

  BandwidthFileText(NetworkHour hour, Authority scanner, long created) {
    this.hour = hour;
    this.scanner = scanner;
    this.created = created;
  }

  void write(OutputStream stream) throws IOException {
    DocumentWriter out = new DocumentWriter(stream);
    List<RelayHour> running = hour.running();
    long eligible = running.stream().filter(RelayHour::measured).count();
    out.text("@type bandwidth-file 1.0\n").number(created - 1800).text("\nversion=1.8.0\n");
    out.text("earliest_bandwidth=" + Timestamps.iso(created - 5 * DAY) + "\n");
    out.text("file_created=" + Timestamps.iso(created) + "\n");
    out.text("generator_started=" + Timestamps.iso(hour.network().epoch() - 20 * DAY) + "\n");
    out.text("latest_bandwidth=" + Timestamps.iso(created - 1800) + "\n");
    out.text("minimum_number_eligible_relays=").number(running.size() * 3L / 5);
    out.text("\nminimum_percent_eligible_relays=60\nnumber_consensus_relays=");
    out.number(running.size()).text("\nnumber_eligible_relays=").number(eligible);
    out.text("\npercent_eligible_relays=").number(eligible * 100 / Math.max(1, running.size()));
    out.text("\nscanner_country=US\nsoftware=sbws\nsoftware_version=1.9.0\n=====\n");
    for (RelayHour relay : running) {
      Integer measured = Measurements.of(relay, hour.tick()).get(scanner.nickname());
      if (measured != null) {
        relay(relay, measured, out);
      }
    }
    out.flush();
  }

  private void relay(RelayHour state, int measured, DocumentWriter out) throws IOException {
    SimulatedRelay relay = state.relay();
    Draw seen = relay.draw().of(scanner.nickname());
    long observed = state.descriptor().observedBandwidth();
    out.text("bw=").number(measured);
    out.text(" bw_mean=").number(measured * 900L).text(" bw_median=").number(measured * 880L);
    out.text(" desc_bw_avg=").number(relay.rateLimit().rate());
    out.text(" desc_bw_bur=").number(relay.rateLimit().burst());
    out.text(" desc_bw_obs_last=").number(observed).text(" desc_bw_obs_mean=").number(observed);
    out.text(" error_circ=0 error_misc=0 error_stream=").number(seen.of("errors").below(3));
    out.text(" master_key_ed25519=" + DirectoryText.base64(relay.ed25519Identity()));
    out.text(" nick=" + relay.nickname() + " node_id=$" + relay.fingerprint());
    out.text(" rtt=").number(40L + seen.of("rtt").below(900));
    out.text(" success=").number(2L + seen.of("success").below(7));
    long time = created - 1800 - seen.of("time").below(4 * (int) DAY);
    out.text(" time=" + Timestamps.iso(time) + "\n");
  }
}
