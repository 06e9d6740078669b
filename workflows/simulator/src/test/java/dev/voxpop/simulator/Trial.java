package dev.voxpop.simulator;

import dev.voxpop.simulator.society.PanelAnswer;
import dev.voxpop.simulator.society.PanelGenerator;
import dev.voxpop.simulator.society.PanelQuestion;
import dev.voxpop.simulator.society.PanelRespondent;
import dev.voxpop.simulator.society.PanelTrait;
import dev.voxpop.simulator.speaking.Ask;
import dev.voxpop.simulator.speaking.Reply;
import dev.voxpop.simulator.speaking.Sampling;
import dev.voxpop.simulator.speaking.Script;
import dev.voxpop.simulator.speaking.SimulatedModel;
import dev.voxpop.simulator.trait.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A small survey experiment in process: a panel, as many stories, greedy matching on five traits,
 * and surveys of one prompt per question. It sees the model through prompts only. An answer is a
 * place in the questionnaire's order, or −1.
 */
final class Trial {
  private static final int DRAWS = 20;
  private static final List<String> AGREE =
      List.of("Agree strongly", "Agree a little", "Disagree a little", "Disagree strongly");
  private static final List<String> WORRIED =
      List.of("Very worried", "Fairly worried", "Not too worried", "Not at all worried");
  private static final List<String> CLOSELY =
      List.of("Very closely", "Fairly closely", "Not too closely", "Not at all closely");
  private static final List<String> GOOD =
      List.of("Very good", "Fairly good", "Neither good nor bad", "Fairly bad", "Very bad");
  private static final List<String> MORE =
      List.of("Much more", "A little more", "About as much as now", "A little less", "Much less");
  private static final List<PanelQuestion> QUESTIONS =
      List.of(
          question(
              "FERRY_FREE",
              "Do you agree or disagree: riding the ferries inside the harbour should cost nothing.",
              AGREE),
          question(
              "NIGHT_QUIET",
              "Do you agree or disagree: bars and stages on the quays should fall silent at ten in the evening.",
              AGREE),
          question(
              "NIGHT_LATE",
              "Do you agree or disagree: music on the quays should be allowed until long after midnight.",
              AGREE),
          question(
              "FOOD_LABEL",
              "When you buy packaged food, how closely do you read the label?",
              CLOSELY),
          question(
              "FOOD_ADDITIVES",
              "How worried are you about additives in the food that is sold at the harbour market?",
              WORRIED),
          question(
              "SEA_LEVEL",
              "How worried are you that high water will reach the streets you live or work in within ten years?",
              WORRIED),
          question(
              "AI_LETTERS",
              "Would it be good or bad if city hall let artificial intelligence answer residents' letters?",
              GOOD),
          question(
              "AI_CAMERAS",
              "Would it be good or bad if cameras with artificial intelligence fined drivers who speed along the quays?",
              GOOD),
          question(
              "TAX_LIBRARIES",
              "Should the city spend more or less on libraries and parks, if local taxes rise or fall to match?",
              MORE),
          question(
              "TAX_PATROLS",
              "Should the city spend more or less on police patrols, if local taxes rise or fall to match?",
              MORE),
          new PanelQuestion(
              "CROSSING",
              "How do you mostly get from one side of the harbour to the other?",
              List.of(
                  "By ferry", "By bus or tram", "By car or motorcycle", "By bicycle or on foot"),
              PanelQuestion.Kind.NOMINAL),
          new PanelQuestion(
              "EMPTY_PIER",
              "What should become of the empty pier at the east end of the harbour?",
              List.of(
                  "Homes at moderate rents",
                  "A public park",
                  "Workshops and small firms",
                  "It should stay as it is"),
              PanelQuestion.Kind.NOMINAL));
  private static final List<PanelTrait> TRAITS =
      List.of(
          new PanelTrait(
              "How old are you?",
              Trait.AGE,
              List.of("18 to 29", "30 to 49", "50 to 64", "65 or older")),
          new PanelTrait(
              "What was your household income last year?",
              Trait.INCOME,
              List.of(
                  "Less than $30,000",
                  "$30,000 to less than $60,000",
                  "$60,000 to less than $100,000",
                  "$100,000 or more")),
          new PanelTrait(
              "What is the highest level of education you have completed?",
              Trait.EDUCATION,
              List.of(
                  "High school or less",
                  "Some college, no degree",
                  "Associate degree",
                  "Bachelor's degree",
                  "Postgraduate degree")),
          new PanelTrait("What is your gender?", Trait.GENDER, List.of("Male", "Female", "Other")),
          new PanelTrait(
              "What is your race or ethnicity?",
              Trait.RACE,
              List.of("White", "Black", "Hispanic", "Asian", "Other")));
  private static final String OPEN =
      "Question: Tell me about yourself: your life, your work and what you believe.\n\nAnswer:";

  private final SimulatedModel model;
  private final long seed;
  private final List<PanelRespondent> panel;
  private final List<List<Integer>> human;
  private final List<String> stories;
  private final List<String> matches;

  private Trial(SimulatedModel model, long seed, List<PanelRespondent> panel) {
    this.model = model;
    this.seed = seed;
    this.panel = panel;
    this.human =
        panel.stream()
            .map(one -> QUESTIONS.stream().map(q -> place(one.answers(), q.id())).toList())
            .toList();
    this.stories = write(panel.size());
    this.matches = match();
  }

  static Trial of(int people, long seed) {
    return new Trial(
        SimulatedModel.seeded(seed), seed, PanelGenerator.of(QUESTIONS, TRAITS).draw(people, seed));
  }

  List<List<Integer>> uniform() {
    Random dice = new Random(seed);
    return panel.stream()
        .map(one -> QUESTIONS.stream().map(q -> dice.nextInt(q.options().size())).toList())
        .toList();
  }

  List<List<Integer>> without() {
    return survey(Collections.nCopies(panel.size(), ""));
  }

  List<List<Integer>> demographicsOnly() {
    return survey(panel.stream().map(Trial::facts).toList());
  }

  List<List<Integer>> randomStories() {
    return survey(stories);
  }

  List<List<Integer>> matchedStories() {
    return survey(matches);
  }

  List<List<Integer>> shuffledMatches() {
    List<String> shuffled = new ArrayList<>(matches);
    Collections.shuffle(shuffled, new Random(seed));
    return survey(shuffled);
  }

  /**
   * Mean over questions of the distance to the panel: earth mover's, scaled to 0 … 1, or total
   * variation for nominal ones.
   */
  double distance(List<List<Integer>> answers) {
    return distance(human, answers);
  }

  double splitHalf() {
    List<List<Integer>> mixed = new ArrayList<>(human);
    Collections.shuffle(mixed, new Random(seed));
    return distance(
        mixed.subList(0, mixed.size() / 2), mixed.subList(mixed.size() / 2, mixed.size()));
  }

  /** The share of person and question pairs with the respondent's own answer. */
  double agreement(List<List<Integer>> answers) {
    long equal = 0;
    for (int i = 0; i < answers.size(); i++) {
      for (int q = 0; q < QUESTIONS.size(); q++) {
        equal += answers.get(i).get(q).equals(human.get(i).get(q)) ? 1 : 0;
      }
    }
    return equal / (double) (answers.size() * QUESTIONS.size());
  }

  private List<String> write(int count) {
    List<String> written = new ArrayList<>();
    for (long i = 0; written.size() < count; i++) {
      Sampling sampling = new Sampling(1, 1, i, 1_500, List.of("Question:", "Q:", "Interview"));
      String story =
          model.replies(Ask.of("sim-base-1", new Script.Text(OPEN), sampling), 1).getFirst().text();
      if (story.strip().split("\\s+", -1).length >= 250) {
        written.add(OPEN + story);
      }
    }
    return written;
  }

  private List<String> match() {
    List<List<double[]>> beliefs = stories.stream().map(this::believed).toList();
    return panel.stream().map(one -> stories.get(best(one, beliefs))).toList();
  }

  private List<double[]> believed(String story) {
    List<double[]> beliefs = new ArrayList<>();
    for (PanelTrait trait : TRAITS) {
      double[] counts = new double[trait.options().size()];
      for (Reply reply :
          model.replies(ask(story + "\n\n" + block(trait.id(), trait.options()), 1), DRAWS)) {
        int place = read(reply.text(), counts.length);
        if (place >= 0) {
          counts[place] += 1.0 / DRAWS;
        }
      }
      beliefs.add(counts);
    }
    return beliefs;
  }

  private int best(PanelRespondent one, List<List<double[]>> beliefs) {
    Random ties = new Random(one.key().hashCode());
    int best = 0;
    double highest = -1;
    for (int j = 0; j < beliefs.size(); j++) {
      double weight = 1 + 1e-9 * ties.nextDouble();
      for (int t = 0; t < TRAITS.size(); t++) {
        int place = place(one.demographics(), TRAITS.get(t).id());
        weight *= place < 0 ? 0.2 : beliefs.get(j).get(t)[place];
      }
      best = weight > highest ? j : best;
      highest = Math.max(highest, weight);
    }
    return best;
  }

  private List<List<Integer>> survey(List<String> passages) {
    return IntStream.range(0, passages.size())
        .mapToObj(i -> interview(passages.get(i), i))
        .toList();
  }

  private List<Integer> interview(String passage, int person) {
    Random dice = new Random(seed * 31 + person);
    List<Integer> answers = new ArrayList<>();
    for (PanelQuestion question : QUESTIONS) {
      boolean reversed = dice.nextBoolean();
      List<String> shown = reversed ? question.options().reversed() : question.options();
      String prompt = (passage.isEmpty() ? "" : passage + "\n\n") + block(question.text(), shown);
      int place = -1;
      for (int draw = 0; draw < 10 && place < 0; draw++) {
        place =
            read(
                model
                    .replies(ask(prompt, seed * 1_000_003 + person * 97L + draw), 1)
                    .getFirst()
                    .text(),
                shown.size());
      }
      answers.add(reversed && place >= 0 ? shown.size() - 1 - place : place);
    }
    return answers;
  }

  private static String facts(PanelRespondent one) {
    List<String> lines = new ArrayList<>();
    for (PanelTrait trait : TRAITS) {
      int place = place(one.demographics(), trait.id());
      if (place >= 0) {
        lines.add(block(trait.id(), trait.options()) + " (" + (char) ('A' + place) + ")");
      }
    }
    return String.join("\n\n", lines);
  }

  private static Ask ask(String prompt, long seed) {
    return Ask.of(
        "sim-base-1",
        new Script.Text(prompt),
        new Sampling(1, 1, seed, 128, List.of("\n", "Question:")));
  }

  private static String block(String question, List<String> options) {
    StringBuilder block = new StringBuilder("Question: " + question + "\n");
    for (int i = 0; i < options.size(); i++) {
      block.append('(').append((char) ('A' + i)).append(") ").append(options.get(i)).append('\n');
    }
    return block.append("Please answer with a letter.\nAnswer:").toString();
  }

  private static int read(String reply, int options) {
    String text = reply.strip().replace("(", "");
    boolean mark = text.length() == 1 || (text.length() > 1 && text.charAt(1) == ')');
    int place = mark ? text.charAt(0) - 'A' : -1;
    return place < options ? place : -1;
  }

  private static int place(Map<String, PanelAnswer> answers, String id) {
    return answers.get(id) instanceof PanelAnswer.Chosen chosen ? chosen.option() : -1;
  }

  private static double distance(List<List<Integer>> one, List<List<Integer>> other) {
    double sum = 0;
    for (int q = 0; q < QUESTIONS.size(); q++) {
      int options = QUESTIONS.get(q).options().size();
      double[] a = shares(one, q, options);
      double[] b = shares(other, q, options);
      boolean ordinal = QUESTIONS.get(q).kind() == PanelQuestion.Kind.ORDINAL;
      sum += (ordinal ? carried(a, b) : variation(a, b)) / QUESTIONS.size();
    }
    return sum;
  }

  private static double carried(double[] a, double[] b) {
    double carried = 0;
    double sum = 0;
    for (int k = 0; k + 1 < a.length; k++) {
      carried += a[k] - b[k];
      sum += Math.abs(carried) / (a.length - 1);
    }
    return sum;
  }

  private static double variation(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> Math.abs(a[k] - b[k]) / 2).sum();
  }

  private static double[] shares(List<List<Integer>> answers, int question, int options) {
    double[] shares = new double[options];
    long valid = answers.stream().filter(row -> row.get(question) >= 0).count();
    answers.stream()
        .map(row -> row.get(question))
        .filter(place -> place >= 0)
        .forEach(place -> shares[place] += 1.0 / valid);
    return shares;
  }

  private static PanelQuestion question(String id, String text, List<String> options) {
    return new PanelQuestion(id, text, options, PanelQuestion.Kind.ORDINAL);
  }
}
