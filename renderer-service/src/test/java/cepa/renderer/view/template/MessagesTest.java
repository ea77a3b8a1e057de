package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
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
  void unknownArgument_isRefused() {
    Map<String, Object> args = new java.util.HashMap<>(Map.of("0", "specimen.greeting"));
    args.put("1", null);
    assertThatThrownBy(() -> GENERAL.called(args)).hasMessageContaining("Argument 1");
  }
}
