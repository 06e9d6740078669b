package dev.voxpop.simulator;

import dev.voxpop.simulator.speaking.Ask;
import dev.voxpop.simulator.speaking.Sampling;
import dev.voxpop.simulator.speaking.Script;
import dev.voxpop.simulator.speaking.SimulatedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many choice answers one thread gives per second: in growing series, and separately. A
 * main, not a test.
 */
final class ThroughputBenchmark {
  private static final int STORIES = 2_000;
  private static final int QUESTIONS = 12;

  private ThroughputBenchmark() {}

  public static void main(String[] arguments) {
    SimulatedModel model = SimulatedModel.seeded(1);
    List<String> stories = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      stories.add(reply(model, "Question: Tell me about yourself and your life.\n\nAnswer:", i));
    }
    for (int round = 0; round < 5; round++) {
      System.out.printf(
          "series %,.0f/s  separate %,.0f/s%n",
          rate(model, stories, Context.GROWING), rate(model, stories, Context.FRESH));
    }
  }

  private enum Context {
    GROWING,
    FRESH
  }

  private static double rate(SimulatedModel model, List<String> stories, Context context) {
    long start = System.nanoTime();
    for (int i = 0; i < stories.size(); i++) {
      StringBuilder text =
          new StringBuilder("Question: Tell me about yourself.\n\nAnswer:" + stories.get(i));
      for (int q = 0; q < QUESTIONS; q++) {
        int before = text.length();
        text.append("\n\nPlease answer as the person above.\nQuestion: Statement ")
            .append(q)
            .append(
                " about the quays.\n(A) Agree strongly\n(B) Agree a little\n(C) Disagree a little\n(D) Disagree strongly\nAnswer with (A), (B), (C), or (D).\nAnswer:");
        text.append(reply(model, text.toString(), i));
        if (context == Context.FRESH) {
          text.setLength(before);
        }
      }
    }
    return stories.size() * (double) QUESTIONS / (System.nanoTime() - start) * 1e9;
  }

  private static String reply(SimulatedModel model, String prompt, long seed) {
    Sampling sampling = new Sampling(1, 1, seed, 1_500, List.of("\nQuestion"));
    return model
        .replies(Ask.of("sim-base-1", new Script.Text(prompt), sampling), 1)
        .getFirst()
        .text();
  }
}
