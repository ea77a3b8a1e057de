package cepa.renderer.pages.authorities;

import cepa.model.consensus.Authorities;
import cepa.model.consensus.AuthorityAlert;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Voter;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.pages.authorities.AuthoritiesView.Alert;
import cepa.renderer.pages.authorities.AuthoritiesView.Parameter;
import cepa.renderer.pages.authorities.AuthoritiesView.Probes;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Sources;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows how the directory authorities are doing.
@Component
final class AuthoritiesPages implements PageFamily {

  private static final String PATH = "/misc/authorities.html";
  private static final String TEMPLATE = "cepa/renderer/pages/authorities/authorities";
  private static final List<String> SOURCES =
      List.of(
          Sources.DETAILS,
          Sources.UPTIME,
          "collector-votes",
          "collector-consensus",
          "collector-bandwidths",
          "authority-health");

  @Override
  public String id() {
    return "authorities";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(75, "authorities.menu", PATH, "authorities"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("authorities", key -> PATH);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("authorities", AuthoritiesView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(new SitePath.Page(PATH, TEMPLATE, false, () -> view(context)));
  }

  private static AuthoritiesView view(PageContext context) {
    Authorities authorities = context.part(Authorities.class);
    ConsensusEvaluations evaluations = context.part(ConsensusEvaluations.class);
    ConsensusMethods methods = authorities.methods();
    var rows = new AuthorityRows(context, authorities, evaluations.voters());
    boolean known = evaluations.voters().stream().anyMatch(v -> v.state() != Voter.State.MISSING);
    return new AuthoritiesView(
        head(context),
        evaluations.voters().size(),
        known ? evaluations.counted() : null,
        authorities.freshness(),
        methods.current(),
        methods.inferred(),
        methods.highest(),
        methods.highest() == null ? null : Integer.valueOf(methods.highestSupport()),
        methods.needed(),
        authorities.versions().recommended(),
        authorities.versions().notRecommended(),
        probes(authorities.probes()),
        authorities.alerts().stream().map(alert -> alert(alert, authorities, rows)).toList(),
        authorities.authorities().stream().map(rows::row).toList(),
        evaluations.voters().stream()
            .filter(voter -> !voter.thresholds().equals(FlagThresholds.NONE))
            .map(rows::thresholds)
            .toList(),
        authorities.parameters().stream()
            .map(parameter ->
                new Parameter(
                    DisplayText.lineOr(parameter.name(), DisplayText.POLICY_RULE, "?"),
                    known ? Integer.valueOf(parameter.votes().size()) : null,
                    parameter.decided(),
                    parameter.consensus()))
            .toList());
  }

  private static PageHead head(PageContext context) {
    return new PageHead(
        Messages.of(context).text("authorities.title"),
        Messages.of(context).text("authorities.description"),
        "authorities",
        List.of(),
        true,
        SOURCES);
  }

  private static @Nullable Probes probes(Authorities.@Nullable Probes probes) {
    return probes == null ? null : new Probes(probes.fast(), probes.slow(), probes.down());
  }

  private static Alert alert(AuthorityAlert alert, Authorities authorities, AuthorityRows rows) {
    Double value = alert.value();
    return new Alert(
        alert.kind(),
        alert.authority() == null
            ? null
            : rows.link(authorities.authorities().get(alert.authority())),
        value == null
            ? null
            : Rounding.halfEven(value, alert.kind() == AuthorityAlert.Kind.LOW_UPTIME ? 1 : 0),
        DisplayText.line(alert.text(), DisplayText.NICKNAME));
  }
}
