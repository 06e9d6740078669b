package dev.voxpop.hosting.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeerPageTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void allRows_ofThreePages_comeInOrderAndOnce() {
    assertThat(PeerPage.all(this::page)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(asked).containsExactly("null", "2", "4");
  }

  @Test
  void pages_areAskedForWhenTheRowsBeforeAreTaken() {
    assertThat(PeerPage.all(this::page).findFirst()).contains(0);
    assertThat(asked).containsExactly("null");
  }

  private PeerPage<Integer> page(@Nullable String cursor) {
    asked.add(String.valueOf(cursor));
    int first = cursor == null ? 0 : Integer.parseInt(cursor);
    return new PeerPage<>(
        List.of(first, first + 1),
        first == 4 ? Optional.empty() : Optional.of(Integer.toString(first + 2)));
  }
}
