// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sorts the words of a command line by the question that they belong to, as dig does.
 *
 * <p>The words before the first name hold for all questions, those after a name for that one. A
 * bare word is a type if it names one, else a class if it names one, else a name; {@code -q} and
 * {@code -x} begin a question whatever follows them. Options with two hyphens hold for the whole
 * run wherever they stand, and so do servers, {@code @192.0.2.1}.
 *
 * <p>What comes out is plain options: a bare word is given the option that says what it is, so that
 * {@link Flags} need not know any of this. Values are not judged here.
 */
final class QuestionLine {
  private static final Set<String> TAKE_THE_NEXT_WORD =
      Set.of("-c", "-q", "-t", "-x", "--hints", "--forward");

  private final List<String> common = new ArrayList<>();
  private final List<List<String>> questions = new ArrayList<>();

  private QuestionLine() {}

  /** Sorts a command line. */
  static QuestionLine of(List<String> words) {
    QuestionLine line = new QuestionLine();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean takesNext = TAKE_THE_NEXT_WORD.contains(word) && i + 1 < words.size();
      line.add(takesNext ? List.of(word, words.get(++i)) : asOption(word));
    }
    return line;
  }

  private static List<String> asOption(String word) {
    if (word.startsWith("@")) {
      return List.of("--server", word.substring(1));
    }
    if (word.length() > 1 && (word.startsWith("+") || word.startsWith("-"))) {
      return List.of(word);
    }
    if (RRType.find(word).isPresent()) {
      return List.of("-t", word);
    }
    if (RRClass.find(word).isPresent()) {
      return List.of("-c", word);
    }
    return List.of("-q", word);
  }

  private void add(List<String> option) {
    String word = option.getFirst();
    if (word.startsWith("--") || word.equals("-h") || word.equals("-v")) {
      common.addAll(option);
    } else if (word.startsWith("-q") || word.startsWith("-x")) {
      questions.add(new ArrayList<>(option));
    } else {
      (questions.isEmpty() ? common : questions.getLast()).addAll(option);
    }
  }

  /** The options that hold for all questions. */
  List<String> common() {
    return List.copyOf(common);
  }

  /**
   * The options of each question, the common ones first; where nothing was asked, the name servers
   * of the root, as dig has it.
   */
  List<List<String>> questions() {
    List<List<String>> asked =
        questions.isEmpty() ? List.of(List.of("-q", ".", "-t", "NS")) : questions;
    return asked.stream()
        .map(own -> Stream.concat(common.stream(), own.stream()).toList())
        .toList();
  }
}
