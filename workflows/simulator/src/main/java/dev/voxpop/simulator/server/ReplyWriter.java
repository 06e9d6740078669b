package dev.voxpop.simulator.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.simulator.server.ApiRequest.Form;
import dev.voxpop.simulator.speaking.Reply;
import dev.voxpop.simulator.speaking.TokenScores;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Writes replies in the two forms of the API. */
final class ReplyWriter {
  private final ObjectMapper json;
  private final InstantSource clock;

  ReplyWriter(ObjectMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  ObjectNode write(ApiRequest request, List<Reply> replies, long name, int inputTokens) {
    boolean chat = request.form() == Form.CHAT;
    ObjectNode root = json.createObjectNode();
    root.put("id", (chat ? "chatcmpl-" : "cmpl-") + String.format(Locale.ROOT, "%016x", name));
    root.put("object", chat ? "chat.completion" : "text_completion");
    root.put("created", clock.instant().getEpochSecond());
    root.put("model", request.ask().model());
    root.put("system_fingerprint", "voxpop-simulator-1");
    ArrayNode choices = root.putArray("choices");
    for (int i = 0; i < replies.size(); i++) {
      ObjectNode choice = choices.addObject().put("index", i);
      fill(choice, request, replies.get(i));
    }
    usage(root.putObject("usage"), inputTokens, replies.stream().mapToInt(Reply::tokens).sum());
    return root;
  }

  private static void fill(ObjectNode choice, ApiRequest request, Reply reply) {
    if (request.form() == Form.CHAT) {
      ObjectNode message =
          choice.putObject("message").put("role", "assistant").put("content", reply.text());
      message.putNull("refusal");
    } else {
      choice.put("text", reply.text());
    }
    choice.put("finish_reason", reply.finish() == Reply.Finish.LENGTH ? "length" : "stop");
    if (request.top() < 0) {
      choice.putNull("logprobs");
    } else if (request.form() == Form.CHAT) {
      chatScores(
          choice.putObject("logprobs").putArray("content"), TokenScores.of(reply, request.top()));
    } else {
      textScores(choice.putObject("logprobs"), TokenScores.of(reply, request.top()));
    }
  }

  private static void chatScores(ArrayNode content, List<TokenScores.Scored> scores) {
    for (TokenScores.Scored scored : scores) {
      ObjectNode node = content.addObject();
      token(node, scored.token());
      ArrayNode top = node.putArray("top_logprobs");
      scored.top().forEach(score -> token(top.addObject(), score));
    }
  }

  private static void token(ObjectNode node, TokenScores.Score score) {
    node.put("token", score.token()).put("logprob", score.logProbability());
    ArrayNode bytes = node.putArray("bytes");
    for (byte b : score.token().getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b & 0xFF);
    }
  }

  private static void textScores(ObjectNode node, List<TokenScores.Scored> scores) {
    ArrayNode tokens = node.putArray("tokens");
    ArrayNode logs = node.putArray("token_logprobs");
    ArrayNode tops = node.putArray("top_logprobs");
    ArrayNode offsets = node.putArray("text_offset");
    int offset = 0;
    for (TokenScores.Scored scored : scores) {
      tokens.add(scored.token().token());
      logs.add(scored.token().logProbability());
      offsets.add(offset);
      offset += scored.token().token().length();
      ObjectNode top = tops.addObject();
      scored.top().forEach(score -> top.put(score.token(), score.logProbability()));
    }
  }

  private static void usage(ObjectNode usage, int input, int output) {
    usage
        .put("prompt_tokens", input)
        .put("completion_tokens", output)
        .put("total_tokens", input + output);
  }
}
