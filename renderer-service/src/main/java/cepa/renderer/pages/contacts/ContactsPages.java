package cepa.renderer.pages.contacts;

import cepa.model.Contact;
import cepa.model.RelayGroup;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.GroupData;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRows;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.operator.OperatorNames;
import cepa.renderer.view.operator.Proofs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists operators. Relays without a contact have a page, but are no operator (relay-model D-2).
@Component
final class ContactsPages implements PageFamily {

  private static final List<String> SOURCES =
      List.of(Sources.DETAILS, Sources.VALIDATION, Sources.BANDWIDTH);

  private static final GroupListing LISTING =
      new GroupListing(
          "contacts",
          "operator",
          "/contact/",
          "cepa/renderer/pages/contacts/contacts",
          GroupSort.without(GroupSort.UNIQUE_CONTACT_COUNT, GroupSort.UNIQUE_FAMILY_COUNT),
          List.of("overall-bandwidth", "unique-contact-count", "unique-family-count"));

  @Override
  public String id() {
    return "contacts";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(20, "contacts.menu", LISTING.path(), LISTING.kind(), "navigation.operators"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-contacts", key -> LISTING.path());
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("contacts", GroupListing.View.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    GroupData data = GroupData.of("operator", context);
    var proofs = Proofs.ofOperators(context);
    var rows = new GroupRows(group -> name(group, proofs, context), SOURCES, data, context);
    return LISTING.paths(operators(context), rows, context);
  }

  private static List<RelayGroup> operators(PageContext context) {
    return context.model().groups("operator").stream()
        .filter(group -> !group.key().equals(Contact.NOBODY))
        .toList();
  }

  private static GroupRows.Name name(RelayGroup group, Proofs proofs, PageContext context) {
    return new GroupRows.Name(
        Objects.requireNonNull(OperatorNames.of(context).link(group.key())),
        null,
        null,
        proofs.status(group));
  }
}
