package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No template holds a word: all of them stand in bundles, so that another language only adds
/// files.
class TemplateWordsTest {

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /// Attributes that are for browsers, not for people. Any other one may be read out or shown.
  private static final Set<String> TECHNICAL =
      Set.of(
          "action",
          "anchor",
          "aria-current",
          "aria-hidden",
          "aria-labelledby",
          "aria-live",
          "aria-sort",
          "autocapitalize",
          "autocomplete",
          "charset",
          "class",
          "content",
          "d",
          "for",
          "href",
          "http-equiv",
          "id",
          "lang",
          "name",
          "popovertarget",
          "preserveAspectRatio",
          "rel",
          "role",
          "scope",
          "spellcheck",
          "src",
          "text-anchor",
          "type",
          "viewBox",
          "y");

  /// What stays in every language: the name of the software, and places the edge fills.
  private static final Pattern NAMES = Pattern.compile("\\bCepa\\b|\\[\\[(query|content)]]");

  /// The one block that is for browsers alone.
  private static final Pattern POLICY = Pattern.compile("\\bdefault-src 'none'[^\\u0001<>\"]*");

  /// Names of keys, classes, files and kinds. One lower-case word cannot be told from these: that
  /// is what [LanguageTest] is for.
  private static final Pattern CODE = Pattern.compile("[a-z0-9./_-]*|[a-z][\\w-]*(\\.[\\w-]+)+");

  @Test
  void templates_holdNoWords() throws IOException {
    List<TemplateSource> templates = TemplateSource.ofSite();
    assertThat(templates).hasSizeGreaterThan(50);
    assertThat(templates.stream().flatMap(template -> words(template).stream())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Relays</h1>",
        "<p>{{ view.relays | show }} relays</p>",
        "<p>{% if view.running %}not{% endif %}</p>",
        "<th scope=\"col\"{% if view.x %} aria-sort=\"descending\"{% endif %}>Réseau</th>",
        "<nav aria-label=\"Main\">",
        "<input placeholder=\"{{ view.x }} or more\">",
        "<p data-nothing=\"nothing\">",
        "{{ view.x is null ? \"unknown\" : view.x }}",
        "{{ figure(\"First seen\", view.x) }}",
        "{{ figure('Relays', view.x) }}",
        "{{ \"newest \" + view.x }}",
        "{{ text(\"word.more\", view.x is null ? \"Nothing at all\" : view.x) }}"
      })
  void plantedWord_isFound(String template) {
    assertThat(words(TemplateSource.of("planted.peb", "\n" + template)))
        .isNotEmpty()
        .allMatch(found -> found.startsWith("planted.peb:2: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{# Words for whoever reads the template. #}",
        "<p class=\"lead\">{{ text(\"home.lead\", view.x) }}, {{ view.y }}: –</p>",
        "{% import \"component/value\" %}{% block main %}{% endblock %}",
        "{% if row.role equals \"EXIT\" %}{{ pages(view.paging, \"relays\") }}{% endif %}",
        "{{ head(view, text(\"word.network\"), [\"unique-as-count\"]) }}",
        "{{ text(\"schema.json.text\", code(\"…BitsPerSecond\")) }}",
        "{{ text(\"family.operators.\" + (view.x == 1 ? \"one\" : \"some\")) }}"
      })
  void whatIsNoWord_isNotFound(String template) {
    assertThat(words(TemplateSource.of("fine.peb", template))).isEmpty();
  }

  private static List<String> words(TemplateSource template) {
    List<String> found = new ArrayList<>();
    String markup = blanked(POLICY, blanked(NAMES, template.markup()));
    Matcher tag = TAG.matcher(markup);
    while (tag.find()) {
      Matcher attribute = ATTRIBUTE.matcher(tag.group());
      while (attribute.find()) {
        if (!TECHNICAL.contains(attribute.group(1)) && LETTER.matcher(attribute.group(2)).find()) {
          found.add(place(template, markup, tag.start()) + attribute.group());
        }
      }
    }
    String text = blanked(TAG, markup);
    int line = 0;
    for (String row : text.split("\n", -1)) {
      line++;
      if (LETTER.matcher(row).find()) {
        found.add(template.name() + ":" + line + ": " + row.strip());
      }
    }
    for (TemplateSource.Literal literal : template.literals()) {
      if (isWord(literal)) {
        found.add(template.name() + ":" + literal.line() + ": \"" + literal.text() + "\"");
      }
    }
    return found;
  }

  /// Whether a person may come to read a string: not if it is compared with, names something of a
  /// machine, or is a code within a call.
  private static boolean isWord(TemplateSource.Literal literal) {
    if (!LETTER.matcher(literal.text()).find()
        || literal.compared()
        || literal.call().equals("code")) {
      return false;
    }
    return literal.call().isEmpty() ? !isPath(literal) : !CODE.matcher(literal.text()).matches();
  }

  private static boolean isPath(TemplateSource.Literal literal) {
    return literal.text().startsWith("/");
  }

  /// With blanks for what is found, so that lines stay where they are.
  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static String place(TemplateSource template, String text, int at) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return template.name() + ":" + line + ": ";
  }
}
