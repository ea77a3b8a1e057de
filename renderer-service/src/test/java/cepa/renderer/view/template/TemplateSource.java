package cepa.renderer.view.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A template as text: what stands outside of expressions, and the literals within them.
///
/// @param name file name
/// @param markup the template with every comment and expression blanked; lines stay where they are
/// @param literals strings within expressions, those that name templates and blocks left out
record TemplateSource(String name, String markup, List<Literal> literals) {

  /// What stands for an expression.
  static final char EXPRESSION = '\u0001';

  private static final Pattern DELIMITED =
      Pattern.compile("\\{#.*?#}|\\{\\{(.*?)}}|\\{%(.*?)%}", Pattern.DOTALL);
  private static final Pattern STRUCTURE =
      Pattern.compile("-?\\s*(import|extends|block|include|from)\\b.*", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|([A-Za-z_][\\w.]*)?\\(|\\)");
  private static final Pattern COMPARED = Pattern.compile(".*(equals|==|!=|contains)\\s*$");

  /// A string of an expression.
  ///
  /// @param call name of the innermost call it is an argument of; empty if it is none
  /// @param compared whether something is compared with it
  /// @param prefix whether something is added to it
  /// @param added whether it is added to something
  record Literal(
      String text, int line, String call, boolean compared, boolean prefix, boolean added) {}

  /// Those of the site, by a rule of their place, as the engine finds them.
  static List<TemplateSource> ofSite() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    List<TemplateSource> sources = new ArrayList<>();
    for (Resource template :
        Stream.of("templates/**/*.peb", "cepa/renderer/pages/**/*.peb")
            .flatMap(pattern -> Arrays.stream(resources(resolver, pattern)))
            .toList()) {
      sources.add(
          of(
              String.valueOf(template.getFilename()),
              template.getContentAsString(StandardCharsets.UTF_8)));
    }
    return sources;
  }

  private static Resource[] resources(PathMatchingResourcePatternResolver in, String pattern) {
    try {
      return in.getResources("classpath*:" + pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TemplateSource of(String name, String template) {
    var markup = new StringBuilder();
    List<Literal> literals = new ArrayList<>();
    Matcher part = DELIMITED.matcher(template);
    int from = 0;
    while (part.find()) {
      markup.append(template, from, part.start());
      if (part.group(1) != null || part.group(2) != null) {
        String code = part.group(1) == null ? part.group(2) : part.group(1);
        if (!STRUCTURE.matcher(code).matches()) {
          literals(code, line(template, part.start()), literals::add);
        }
        markup.append(EXPRESSION);
      }
      markup.append("\n".repeat((int) part.group().lines().count() - 1));
      from = part.end();
    }
    return new TemplateSource(
        name, markup.append(template, from, template.length()).toString(), literals);
  }

  private static void literals(String code, int line, Consumer<Literal> found) {
    List<String> calls = new ArrayList<>();
    Matcher token = TOKEN.matcher(code);
    while (token.find()) {
      if (token.group().equals(")")) {
        calls.removeLast();
      } else if (token.group().endsWith("(")) {
        // What only groups belongs to the call around it.
        boolean groups = token.group(3) == null || token.group(3).matches("and|or|not|if");
        calls.add(groups ? (calls.isEmpty() ? "" : calls.getLast()) : token.group(3));
      } else {
        String before = code.substring(0, token.start()).stripTrailing();
        String after = code.substring(token.end()).stripLeading();
        found.accept(
            new Literal(
                token.group(1) == null ? token.group(2) : token.group(1),
                line,
                calls.isEmpty() ? "" : calls.getLast(),
                COMPARED.matcher(before + " ").matches(),
                after.startsWith("+"),
                before.endsWith("+")));
      }
    }
  }

  private static int line(String text, int at) {
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
