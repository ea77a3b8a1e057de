package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.renderer.view.Difference;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Messages GENERAL = new Messages(Locale.ROOT);
  private static final Messages BRAZIL = new Messages(Locale.of("pt", "BR"));

  @Test
  void anotherLanguage_isAFileBeside() {
    assertThat(GENERAL.text("specimen.greeting", "Ana")).isEqualTo("Hello Ana");
    assertThat(BRAZIL.text("specimen.greeting", "Ana")).isEqualTo("Olá Ana");
  }

  @Test
  void country_goesBeforeItsLanguage() {
    assertThat(BRAZIL.text("specimen.train")).isEqualTo("trem");
    assertThat(new Messages(Locale.of("pt")).text("specimen.train")).isEqualTo("comboio");
  }

  @Test
  void textThatIsNotTranslated_isTheGeneralOne() {
    assertThat(BRAZIL.text("specimen.relays", 1_234)).isEqualTo("1,234 relays");
  }

  @Test
  void languageWithoutAFile_isTheGeneralOneWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("pt", "BR"));
      assertThat(new Messages(Locale.JAPANESE).text("specimen.train")).isEqualTo("train");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void textsOfComponents_areFoundToo() {
    assertThat(GENERAL.text("change.STARTED")).isEqualTo("Running again");
  }

  @Test
  void missingText_namesTheFile() {
    assertThatThrownBy(() -> GENERAL.text("specimen.nothing"))
        .hasMessageContaining("specimen.nothing")
        .hasMessageContaining("cepa/renderer/pages/specimen/messages");
    assertThatThrownBy(() -> GENERAL.text("nobody.nothing"))
        .hasMessageContaining("No texts of family nobody");
  }

  @Test
  void placesStandInTheOrderOfTheLanguage() {
    Sentence sentence = Sentence.of("{1} of {0}, {0}");
    assertThat(sentence.filled(2, place -> place == 0 ? "{1}" : "b")).isEqualTo("b of {1}, {1}");
    assertThat(sentence.filled(1, place -> "a")).isEqualTo("{1} of a, a");
  }

  @Test
  void noDifference_hasAWord() {
    assertThat(GENERAL.text("home.week", "then", new Difference(5))).contains("+5");
    assertThat(GENERAL.text("home.week.same", "then", new Difference(0))).contains("no change");
  }

  @Test
  void languageOfTheSite_isChosenByAFile() {
    assertThat(Messages.language(chosen("language = pt-BR"))).isEqualTo(Locale.of("pt", "BR"));
    assertThat(Messages.language(chosen("language ="))).isEqualTo(Locale.ROOT);
    assertThat(Messages.language(chosen(""))).isEqualTo(Locale.ROOT);
    assertThatThrownBy(() -> Messages.language(chosen("language = German!")))
        .hasMessageContaining("templates/language.properties")
        .hasMessageContaining("German!");
  }

  private static ClassLoader chosen(String file) {
    return new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String name) {
        assertThat(name).isEqualTo("templates/language.properties");
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
