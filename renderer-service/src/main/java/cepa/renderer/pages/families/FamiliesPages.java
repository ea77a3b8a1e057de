package cepa.renderer.pages.families;

import cepa.model.RelayGroup;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.group.FamilyNames;
import cepa.renderer.view.group.GroupData;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRows;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.operator.OperatorNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists families.
@Component
final class FamiliesPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "families",
          "family",
          "/family/",
          "cepa/renderer/pages/families/families",
          GroupSort.without(
              GroupSort.BANDWIDTH_MEAN,
              GroupSort.UNIQUE_CONTACT_COUNT,
              GroupSort.UNIQUE_FAMILY_COUNT),
          List.of(
              "overall-bandwidth",
              "bandwidth-mean",
              "unique-contact-count",
              "unique-family-count"));

  @Override
  public String id() {
    return "families";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(21, "families.menu", LISTING.path(), LISTING.kind(), "navigation.operators"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-families", key -> LISTING.path());
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("families", GroupListing.View.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    GroupData data = GroupData.of("family", context);
    var rows = new GroupRows(group -> name(group, context), data, context);
    return LISTING.paths(context.model().groups("family"), rows, context);
  }

  private static GroupRows.Name name(RelayGroup group, PageContext context) {
    return new GroupRows.Name(
        context.links().to("family", group.key(), FamilyNames.of(group, context)),
        null,
        OperatorNames.of(context).link(FamilyNames.relay(group, context)));
  }
}
