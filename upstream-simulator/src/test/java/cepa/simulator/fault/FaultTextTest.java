package cepa.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /details:status              | Status[code=500, retryAfter=null]
          /details:status:429+10       | Status[code=429, retryAfter=PT10S]
          /details:delay:0.25          | Delay[before=PT0.25S]
          /details:stall:3@0.2         | Stall[silence=PT3S, after=0.2]
          /details:hang                | Hang[silence=PT1H]
          /details:reset               | Reset[]
          /details:truncate            | Truncate[share=0.5]
          /details:cut:0.1             | Cut[share=0.1]
          /details:drip:5000           | Drip[bytesPerSecond=5000]
          /details:garbage             | Garbage[]
          /details:absurd:older        | Absurd[kind=OLDER]
          /details:type                | WrongType[contentType=text/html]
          /details:notmodified         | NotModified[]
          """)
  void everyKind_canBeTyped(String text, String action) {
    Fault fault = FaultText.parse(text);
    assertThat(fault.path()).isEqualTo("/details");
    assertThat(fault.action()).hasToString(action);
    assertThat(fault.times()).isEqualTo(Fault.ALWAYS);
  }

  @Test
  void fourthPart_isHowOften() {
    assertThat(FaultText.parse("/uptime:status:503:2"))
        .isEqualTo(new Fault("/uptime", new FaultAction.Status(503), 2));
    assertThat(FaultText.parse("/uptime:delay::1"))
        .isEqualTo(Fault.once("/uptime", new FaultAction.Delay(Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @CsvSource({
    "/details,PATH:KIND",
    "/details:explode,no such kind",
    "/details:status:200,300 to 599",
    "/details:cut:1.5,0 to below 1",
    "details:reset,begins with /",
    "/details:reset::0,0 times",
  })
  void nonsense_isRefusedWithAReason(String text, String reason) {
    assertThatThrownBy(() -> FaultText.parse(text)).hasMessageContaining(reason);
  }
}
