package cepa.processor.analysis.authorities;

import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.Authorities.Freshness;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.consensus.ScannerFiles;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.authorityhealth.AuthorityHealth;
import cepa.processor.source.collectorconsensus.ConsensusData;
import cepa.processor.source.collectorvotes.VotesData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what is known of the authorities (consensus 13, analytics 12).
@Component
public final class AuthoritiesAnalysis implements Analysis<Authorities> {

  private static final int LEAST_FOR_STALE = 3;

  @Override
  public Class<Authorities> makes() {
    return Authorities.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(
        Relays.class,
        ConsensusEvaluations.class,
        ScannerFiles.class,
        UptimeStatistics.class,
        VotesData.class,
        ConsensusData.class,
        AuthorityHealth.class);
  }

  @Override
  public Authorities analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    var evaluations = facts.get(ConsensusEvaluations.class);
    AuthorityHealth health = facts.find(AuthorityHealth.class);
    PeriodStatistics uptime = facts.get(UptimeStatistics.class).flag("Authority", Period.ONE_MONTH);
    List<Authority> authorities =
        new Roster(
                relays,
                evaluations.voters(),
                health,
                new Scanners(facts.get(ScannerFiles.class)),
                uptime)
            .all();
    VotesData votes = facts.find(VotesData.class);
    var politics = new Politics(evaluations, votes, facts.find(ConsensusData.class));
    List<String> unknown = politics.unknownVoters();
    return new Authorities(
        authorities,
        unknown,
        politics.methods(),
        politics.parameters(),
        freshness(evaluations),
        uptime,
        versions(authorities, relays),
        health == null ? null : probes(authorities),
        new Alerts(authorities, evaluations.voters(), unknown).all());
  }

  private static Freshness freshness(ConsensusEvaluations evaluations) {
    int counted = evaluations.counted();
    if (counted >= evaluations.majority()) {
      return Freshness.FRESH;
    }
    return counted >= LEAST_FOR_STALE ? Freshness.STALE : Freshness.UNKNOWN;
  }

  private static Authorities.Versions versions(List<Authority> authorities, List<Relay> relays) {
    List<Boolean> known = new ArrayList<>();
    for (Authority authority : authorities) {
      @Nullable Boolean recommended =
          authority.relay() == null ? null : relays.get(authority.relay()).software().recommended();
      if (recommended != null) {
        known.add(recommended);
      }
    }
    int recommended = (int) known.stream().filter(value -> value).count();
    return new Authorities.Versions(recommended, known.size() - recommended);
  }

  private static Authorities.Probes probes(List<Authority> authorities) {
    List<Authorities.Probe> probes =
        authorities.stream()
            .<Authorities.@Nullable Probe>map(Authority::probe)
            .filter(Objects::nonNull)
            .toList();
    int slow = (int) probes.stream().filter(Authorities.Probe::slow).count();
    int down = (int) probes.stream().filter(probe -> !probe.online()).count();
    return new Authorities.Probes(probes.size() - slow - down, slow, down);
  }
}
