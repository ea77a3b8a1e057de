package cepa.renderer.stage;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.model.NetworkModel;
import cepa.model.SourceProvenance;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.template.Fragments;
import cepa.renderer.template.Menu;
import cepa.renderer.template.PageData;
import cepa.renderer.template.SiteShell;
import cepa.renderer.template.SiteTemplates.Surroundings;
import cepa.renderer.view.twin.CsvTable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The site of one model: what its pages are made from and what surrounds them. Made once a model,
/// shared by all its shards; safe for many threads.
final class Site {

  private final List<PageFamily> families;
  private final PageContext context;
  private final IndexedPaths indexed;
  private final Menu menu;
  private final Surroundings around;
  private final String stylesheet;
  private final String stamp;
  private @Nullable SitePlan plan;

  /// @param stylesheet its absolute path, hash included
  Site(LoadedModel loaded, List<PageFamily> families, Fragments fragments, String stylesheet) {
    this.families = families;
    var data = new PageContext.Data(loaded);
    this.indexed = new IndexedPaths(families);
    this.context = new PageContext(data, links(families, data), () -> this.indexed.get(context()));
    this.menu = Menu.of(families);
    this.around = new Surroundings(prefix(loaded.model().site().baseUrl()), fragments);
    this.stylesheet = stylesheet;
    this.stamp = commonStamp();
  }

  private PageContext context() {
    return context;
  }

  Surroundings surroundings() {
    return around;
  }

  /// The site's paths in that many shards.
  synchronized SitePlan plan(int shards) {
    if (plan == null || plan.count() != shards) {
      plan = new SitePlan(families, context, shards);
    }
    return plan;
  }

  /// Makes a page's view.
  ///
  /// @throws PermanentException naming family and page, if the family fails
  static PageView view(String family, SitePath.Page page) {
    try {
      return page.view().get();
    } catch (CepaException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The family's own code: whatever it throws is a defect of that family.
      throw new PermanentException(
          "Page " + page.path() + " of family " + family + ": its view cannot be made: " + e, e);
    }
  }

  /// Makes a page's view, and remembers what the sitemap needs of it.
  PageView viewOf(String family, SitePath.Page page) {
    PageView view = view(family, page);
    indexed.tell(page, view);
    return view;
  }

  /// What the layout shows around a page.
  SiteShell shell(SitePath.Page page, PageView view, List<CsvTable> tables) {
    Map<String, SourceProvenance.State> states = new LinkedHashMap<>();
    for (String id : view.head().sources()) {
      SourceProvenance source = model().source(id);
      states.put(id, source == null ? SourceProvenance.State.MISSING : source.state());
    }
    String baseUrl = model().site().baseUrl();
    return new SiteShell(
        menu,
        states,
        baseUrl,
        baseUrl == null ? null : baseUrl + canonical(page, view),
        page.path(),
        page.twin(),
        stylesheet,
        data(page, tables));
  }

  /// The path search engines shall know a page by.
  static String canonical(SitePath.Page page, PageView view) {
    String other = view.canonical();
    return other == null ? page.path() : other;
  }

  private PageData data(SitePath.Page page, List<CsvTable> tables) {
    return PageData.of(page, tables, this::hasDocument);
  }

  private synchronized boolean hasDocument(String path) {
    return plan != null && plan.hasDocument(path);
  }

  /// The input stamp of a page: digest of all that its bytes depend on under one code version.
  String stamp(SitePath.Page page, SiteShell shell, String twinSha256, Digests digests) {
    return digests.of(
        stamp,
        page.template(),
        page.path(),
        shell.sources() + shell.canonical() + shell.data(),
        twinSha256);
  }

  /// The part of the stamp that all pages share.
  private String commonStamp() {
    Map<String, Object> common = new TreeMap<>();
    common.put("menu", menu);
    // All of it: a choice such as bits or bytes shows on a page, and not always in its twin.
    common.put("site", model().site());
    common.put("stylesheet", stylesheet);
    return new Digests().of(Json.bytes(common));
  }

  private NetworkModel model() {
    return context.model();
  }

  private static Links links(List<PageFamily> families, PageContext.Data data) {
    var registry = new Links.Registry();
    families.forEach(family -> family.link(registry, data));
    return registry.build();
  }

  private static String prefix(@Nullable String baseUrl) {
    String path = baseUrl == null ? null : URI.create(baseUrl).getRawPath();
    return path == null ? "" : path.replaceFirst("/+$", "");
  }
}
