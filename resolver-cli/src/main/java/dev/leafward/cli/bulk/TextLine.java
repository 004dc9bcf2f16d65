// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a result as four columns with tabs between them, for {@code cut} and {@code awk}: name,
 * type, status, and the records, aliases first, each as type and data with {@code " | "} between.
 */
final class TextLine {

  private TextLine() {}

  static String of(Result result) {
    return switch (result) {
      case Result.Answered answered ->
          line(answered.entry().question(), result.status(), records(answered.answer()));
      case Result.Failed failed ->
          line(failed.entry().question(), result.status(), failed.failure().sentence());
      case Result.Unasked unasked ->
          String.join(
              "\t", plain(unasked.entry().text()), "-", result.status(), unasked.entry().reason());
    };
  }

  private static String line(Question question, String status, String data) {
    return String.join(
        "\t", question.name().toString(), question.type().toString(), status, plain(data));
  }

  private static String records(Answer answer) {
    List<RRset> found = answer instanceof Answer.Found positive ? positive.rrsets() : List.of();
    return Stream.concat(answer.aliases().stream(), found.stream())
        .flatMap(rrset -> rrset.records().stream())
        .map(TextLine::record)
        .collect(Collectors.joining(" | "));
  }

  private static String record(ResourceRecord record) {
    return record.type() + " " + record.data();
  }

  /** One line, one column. */
  private static String plain(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
