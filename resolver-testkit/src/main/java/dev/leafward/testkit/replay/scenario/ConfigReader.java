// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Setting;
import dev.leafward.wire.io.TextFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of the configuration part. */
final class ConfigReader {

  private static final Pattern SETTING = Pattern.compile("([A-Za-z0-9_-]+)\\s*:\\s*(.*)");

  private final LineCursor lines;
  private final Dialect dialect;
  private final List<Clause> clauses = new ArrayList<>();
  private final Map<String, List<String>> files = new HashMap<>();
  private String clause = ScenarioConfig.SERVER;
  private List<Setting> settings = new ArrayList<>();

  ConfigReader(LineCursor lines, Dialect dialect) {
    this.lines = lines;
    this.dialect = dialect;
  }

  /** Takes one line in, and the block that it opens. */
  void read(SourceLine line) throws TextFormatException {
    if (line.text().startsWith("#")) {
      return;
    }
    List<String> words = line.words();
    switch (line.keyword()) {
      case "COMMANDLINE" -> {}
      case "AUTOTRUST_FILE" -> file(line, words, "AUTOTRUST_END");
      case "TEMPFILE_CONTENTS" -> file(line, words, "TEMPFILE_END");
      case "TEMPFILE_NAME" -> nameTheFile(line, words);
      default -> setting(line, line.text());
    }
  }

  private void file(SourceLine line, List<String> words, String end) throws TextFormatException {
    if (words.size() != 2) {
      throw line.malformed("the name of a file");
    }
    List<String> content = new ArrayList<>();
    while (true) {
      SourceLine next = lines.nextVerbatim(end);
      if (next.text().strip().startsWith(end)) {
        files.put(words.get(1), List.copyOf(content));
        if (end.equals("AUTOTRUST_END")) {
          Setting anchors = new Setting("auto-trust-anchor-file", words.get(1), line.number());
          clauses.add(new Clause(ScenarioConfig.SERVER, List.of(anchors)));
        }
        return;
      }
      content.add(next.text());
    }
  }

  /** The name of a temporary file is the value of the setting in the line before. */
  private void nameTheFile(SourceLine line, List<String> words) throws TextFormatException {
    if (words.size() != 2 || settings.isEmpty() || !settings.getLast().value().isEmpty()) {
      throw line.malformed("the name of a file behind a setting without a value");
    }
    Setting named = settings.removeLast();
    settings.add(new Setting(named.key(), words.get(1), named.line()));
  }

  private void setting(SourceLine line, String text) throws TextFormatException {
    Matcher matcher = SETTING.matcher(text);
    if (!matcher.matches()) {
      throw line.malformed("a setting or CONFIG_END");
    }
    String key = matcher.group(1);
    String rest = matcher.group(2);
    if (dialect == Dialect.UNBOUND && isClause(key, rest)) {
      open(key);
      if (!withoutComment(rest).isEmpty()) {
        setting(line, rest);
      }
    } else if (dialect == Dialect.UNBOUND && severalSettings(rest)) {
      int space = rest.indexOf(' ');
      settings.add(new Setting(key, unquoted(line, rest.substring(0, space)), line.number()));
      setting(line, rest.substring(space).strip());
    } else {
      settings.add(new Setting(key, unquoted(line, rest), line.number()));
    }
  }

  /** A clause's name has nothing behind it, or its first setting. */
  private static boolean isClause(String key, String rest) {
    return switch (key) {
      case "server",
          "stub-zone",
          "forward-zone",
          "auth-zone",
          "view",
          "rpz",
          "remote-control",
          "python",
          "dynlib",
          "dnscrypt",
          "cachedb",
          "ipset",
          "dnstap" ->
          withoutComment(rest).isEmpty() || SETTING.matcher(rest).matches();
      default -> false;
    };
  }

  /** As in {@code name: "." forward-addr: 192.0.2.1}. */
  private static boolean severalSettings(String rest) {
    return rest.matches("(\"[^\"]*\"|[^\"'\\s:]+)\\s+[a-z0-9-]+:\\s.*");
  }

  private void open(String name) {
    finishClause();
    clause = name;
    settings = new ArrayList<>();
  }

  private void finishClause() {
    clauses.add(new Clause(clause, settings));
  }

  ScenarioConfig finish() {
    finishClause();
    return new ScenarioConfig(clauses, files);
  }

  private String unquoted(SourceLine line, String text) throws TextFormatException {
    if (text.isEmpty() || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
      return withoutComment(text);
    }
    int end = text.indexOf(text.charAt(0), 1);
    if (end < 0) {
      throw line.malformed("a closing quote");
    }
    // A local zone has its type behind the quoted name.
    String rest = withoutComment(text.substring(end + 1));
    return rest.isEmpty() ? text.substring(1, end) : text.substring(1, end) + " " + rest;
  }

  private static String withoutComment(String text) {
    return text.split("#", 2)[0].strip();
  }
}
