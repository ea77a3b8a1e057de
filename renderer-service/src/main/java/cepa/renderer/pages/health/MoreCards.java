package cepa.renderer.pages.health;

import static cepa.renderer.pages.health.Figure.count;
import static cepa.renderer.pages.health.Figure.named;
import static cepa.renderer.pages.health.Figure.number;
import static cepa.renderer.pages.health.Figure.part;
import static cepa.renderer.pages.health.Figure.share;

import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.ParameterVotes;
import cepa.model.family.FamilyStatistics;
import cepa.model.health.AddressFamilies;
import cepa.model.health.ExitPolicies;
import cepa.model.health.KeyFamilies;
import cepa.model.health.NetworkHealth.Identities;
import cepa.model.health.NetworkHealth.Participation;
import cepa.model.health.Versions;
import cepa.model.validation.NetworkValidation.ProofCount;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.ProofType;
import cepa.renderer.Link;
import cepa.renderer.pages.health.HealthView.Card;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of operators and software.
record MoreCards(Facts facts) {

  Card operators() {
    Identities identities = facts.health().identities();
    Participation participation = facts.health().participation();
    AddressFamilies.Operators addresses = facts.health().addresses().operators();
    Integer validated = identities.validatedDomains();
    int relays = facts.relays();
    boolean checked = facts.validation().results() != null;
    List<Figure> figures = new ArrayList<>();
    figures.add(count("domains", identities.domains()));
    figures.add(part("claiming", identities.claiming(), relays));
    figures.add(partOrUnknown("domains-proved", validated, identities.domains()));
    figures.add(
        partOrUnknown(
            "domains-failing",
            validated == null ? null : identities.domains() - validated,
            identities.domains()));
    figures.add(partOrUnknown("relays-proved", relays(checked, State.VALIDATED), relays));
    figures.add(partOrUnknown("relays-failing", relays(checked, State.UNVALIDATED), relays));
    figures.add(part("relays-without-domain", relays - identities.claiming(), relays));
    figures.add(proofs("proofs-dns", ProofType.DNS_RSA));
    figures.add(proofs("proofs-uri", ProofType.URI_RSA));
    figures.add(number("relays-per-domain", identities.relaysPerDomain(), 1));
    figures.add(count("contacts", participation.contacts()));
    figures.add(part("with-contact", participation.withContact(), relays));
    figures.add(part("without-contact", relays - participation.withContact(), relays));
    figures.add(count("families", participation.families()));
    figures.add(part("with-family", participation.withFamily(), relays));
    figures.add(part("without-family", relays - participation.withFamily(), relays));
    families(figures);
    figures.add(
        addresses == null
            ? count("domains-dual-stack", null)
            : part("domains-dual-stack", addresses.both(), addresses.all()));
    figures.add(
        addresses == null
            ? count("domains-ipv4-only", null)
            : part("domains-ipv4-only", addresses.ipv4Only(), addresses.all()));
    if (facts.validation().results() != null) {
      facts
          .validation()
          .results()
          .countries()
          .forEach(top ->
              figures.add(
                  named(
                      "country-proved",
                      facts.country(top.country()),
                      validated == null ? null : Share.of(top.domains(), validated, 1))));
    }
    return new Card("operator-participation", figures);
  }

  private void families(List<Figure> figures) {
    FamilyStatistics families = facts.families();
    int relays = families.relays();
    figures.add(part("family-standalone", families.standalone(), relays));
    figures.add(part("family-effective", families.effectiveOnly(), relays));
    figures.add(part("family-mixed", families.mixed(), relays));
    figures.add(part("family-alleged", families.allegedOnly(), relays));
    figures.add(share("family-unreturned", families.misconfigured()));
    figures.add(count("family-largest", families.largest()));
    figures.add(count("family-large", families.large()));
  }

  private @Nullable Integer relays(boolean checked, State state) {
    return checked ? facts.validation().count(state) : null;
  }

  private static Figure partOrUnknown(String id, @Nullable Integer part, int whole) {
    return part == null ? count(id, null) : part(id, part, whole);
  }

  private Figure proofs(String id, ProofType type) {
    if (facts.validation().results() == null) {
      return count(id, null);
    }
    ProofCount proofs = facts.validation().results().proofs().get(type);
    return proofs == null ? count(id, null) : part(id, proofs.valid(), proofs.total());
  }

  Card versions() {
    Versions versions = facts.health().versions();
    int known = versions.recommended() + versions.notRecommended();
    return new Card(
        "version-compliance",
        List.of(
            part("recommended", versions.recommended(), known),
            part("not-recommended", versions.notRecommended(), known),
            part("experimental", versions.experimental(), known),
            part("new-in-series", versions.newInSeries(), known),
            part("obsolete", versions.obsolete(), known),
            part("outdated", versions.outdated(), known),
            part("version-unknown", versions.unknown(), facts.relays())));
  }

  Card platforms() {
    var platforms = facts.health().platforms();
    List<Figure> figures = new ArrayList<>();
    figures.add(count("platforms", platforms.distinct()));
    platforms
        .top()
        .forEach(top ->
            figures.add(
                new Figure(
                    "platform-top",
                    platform(top.key()),
                    (long) top.relays(),
                    null,
                    null,
                    Share.of(top.relays(), facts.relays(), 1))));
    figures.add(part("platform-others", platforms.others(), facts.relays()));
    figures.add(part("platform-unknown", platforms.unknown(), facts.relays()));
    return new Card("operating-systems", figures);
  }

  private Link platform(String key) {
    return facts
        .context()
        .links()
        .to("platform", key, DisplayText.lineOr(key, DisplayText.NICKNAME, "?"));
  }

  Card keyFamilies() {
    KeyFamilies families = facts.health().keyFamilies();
    KeyFamilies.Operators operators = families.operators();
    ConsensusMethods methods = facts.authorities().methods();
    boolean descriptors = facts.keys().seen() > 0;
    boolean votes = !methods.perVoter().isEmpty();
    int voters = voters();
    List<Figure> figures = new ArrayList<>();
    figures.add(part("authorities-ready", families.readyVoters(), voters));
    figures.add(count("method", methods.current()));
    figures.add(count("method-highest", methods.highest()));
    figures.add(partOrUnknown("method-support", votes ? methods.highestSupport() : null, voters));
    figures.add(count("method-needed", methods.needed()));
    for (String name : List.of("use-family-ids", "use-family-lists")) {
      figures.add(count(name, decided(name)));
    }
    figures.add(
        partOrUnknown(
            "certificates",
            descriptors ? facts.keys().withCertificate() : null,
            facts.keys().seen()));
    figures.add(
        operators == null
            ? count("domains-some-key", null)
            : part("domains-some-key", operators.some(), operators.validated()));
    figures.add(
        operators == null
            ? count("domains-all-keys", null)
            : part("domains-all-keys", operators.all(), operators.validated()));
    figures.add(part("ready", families.ready().relays(), facts.relays()));
    figures.add(part("not-ready", families.notReady(), facts.relays()));
    figures.add(count("ready-exits", families.readyExits()));
    figures.add(count("ready-guards", families.readyGuards()));
    figures.add(share("ready-weight", families.ready().weightFraction()));
    figures.add(
        Figure.rate(
            "ready-capacity",
            facts.rate(families.ready().bandwidth()),
            Share.of(families.ready().bandwidth(), facts.totals().all().bandwidth(), 1)));
    return new Card("happy-families", figures);
  }

  private int voters() {
    return (int) facts.authorities().authorities().stream().filter(a -> a.voter() != null).count();
  }

  private @Nullable Integer decided(String name) {
    for (ParameterVotes parameter : facts.authorities().parameters()) {
      if (parameter.name().equals(name)) {
        return parameter.consensus() == null ? parameter.decided() : parameter.consensus();
      }
    }
    return null;
  }

  Card exits() {
    ExitPolicies exits = facts.health().exitPolicies();
    int ports = exits.unrestricted() + exits.restricted();
    int addresses = exits.addressRestricted() + exits.addressUnrestricted();
    return new Card(
        "exit-policies",
        List.of(
            count("exits-flagged", exits.exits()),
            part("open", exits.open(), exits.exits()),
            part("ports-unrestricted", exits.unrestricted(), ports),
            part("ports-restricted", exits.restricted(), ports),
            part("web", exits.web(), ports),
            part("addresses-unrestricted", exits.addressUnrestricted(), addresses),
            part("addresses-restricted", exits.addressRestricted(), addresses)));
  }
}
