package dev.voxpop.interviewing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  @Test
  void column_ofTodayAndOfAnEarlierVersion_saysTheSame() {
    Map<String, Integer> places = Map.of("base", 4, "chat=1", 12);
    assertThat(Concurrency.read("{\"base\":4,\"chat=1\":12}")).isEqualTo(places);
    assertThat(Concurrency.read("base=4\nchat=1=12")).isEqualTo(places);
    assertThat(Concurrency.read("")).isEmpty();
    assertThat(Concurrency.read("{}")).isEmpty();
  }
}
