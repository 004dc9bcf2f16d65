// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.system.NsSwitch.Action;
import dev.leafward.resolver.system.NsSwitch.Service;
import dev.leafward.resolver.system.NsSwitch.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code nsswitch.conf(5)} as glibc does. */
final class NsSwitchParser {

  private static final Pattern HOSTS = Pattern.compile("\\s*hosts[\\s:]+([^#]*).*");

  /** A service, or actions in brackets, whose closing one may be missing. */
  private static final Pattern WORD = Pattern.compile("\\[([^\\]]*)\\]?|[^\\s\\[]+");

  /** Right behind the one before it, and never tried in two ways, so that time stays linear. */
  private static final Pattern ACTION =
      Pattern.compile("\\G\\s*+(!?)\\s*+(\\w++)\\s*+=\\s*+(\\w++)");

  private final String source;
  private final Remarks ignored;

  NsSwitchParser(String source) {
    this.source = source;
    this.ignored = new Remarks(source);
  }

  NsSwitch parse(String text) {
    NsSwitch found = NsSwitch.DEFAULT;
    int number = 0;
    for (String line : Lines.of(text, Lines.OF_SETTINGS, ignored)) {
      number++;
      Matcher hosts = HOSTS.matcher(line);
      if (hosts.matches()) {
        if (found.origin().line() > 0) {
          ignored.add("hosts", "a later hosts line replaces it", found.origin());
        }
        Origin origin = new Origin(source, number);
        found = new NsSwitch(services(hosts.group(1), origin), origin, List.of());
      }
    }
    return new NsSwitch(found.services(), found.origin(), ignored.list());
  }

  private List<Service> services(String words, Origin origin) {
    List<Service> services = new ArrayList<>();
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      String actions = word.group(1);
      if (actions == null) {
        services.add(new Service(word.group(), Map.of()));
      } else if (services.isEmpty()) {
        ignored.add(word.group(), "there is no service before it", origin);
      } else {
        Service last = services.removeLast();
        services.add(new Service(last.name(), actions(last.actions(), actions, origin)));
      }
    }
    return services;
  }

  private Map<Status, Action> actions(Map<Status, Action> before, String text, Origin origin) {
    Map<Status, Action> actions = new EnumMap<>(Status.class);
    actions.putAll(before);
    Matcher item = ACTION.matcher(text);
    int end = 0;
    while (item.find()) {
      end = item.end();
      try {
        Status named = Status.valueOf(item.group(2).toUpperCase(Locale.ROOT));
        Action action = Action.valueOf(item.group(3).toUpperCase(Locale.ROOT));
        boolean negated = !item.group(1).isEmpty();
        for (Status status : Status.values()) {
          if ((status == named) != negated) {
            actions.put(status, action);
          }
        }
      } catch (IllegalArgumentException e) {
        ignored.add(item.group().strip(), "no such status or action", origin);
      }
    }
    if (!text.substring(end).isBlank()) {
      ignored.add(text.substring(end).strip(), "no STATUS=action", origin);
    }
    return actions;
  }
}
