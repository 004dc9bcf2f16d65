// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.List;
import java.util.Map;

/**
 * Where hosts are looked up, and in which order: the {@code hosts} line of {@code
 * nsswitch.conf(5)}.
 *
 * @param services in order. Default: {@code files dns}, as with glibc since 2.37
 * @param origin the line
 * @param ignored what of it is not used, and why
 */
public record NsSwitch(List<Service> services, Origin origin, List<Ignored> ignored) {

  /** The service that is the hosts file. */
  public static final String FILES = "files";

  /** The service that is the DNS. */
  public static final String DNS = "dns";

  /** The service that knows the name of this machine, and {@code localhost}. */
  public static final String MYHOSTNAME = "myhostname";

  /** What holds where there is no file, or no such line in it. */
  public static final NsSwitch DEFAULT =
      new NsSwitch(
          List.of(new Service(FILES, Map.of()), new Service(DNS, Map.of())),
          Origin.DEFAULT,
          List.of());

  /** Copies the lists. */
  public NsSwitch {
    services = List.copyOf(services);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a file by the rules of glibc: the last {@code hosts} line counts.
   *
   * @param text the contents of the file; empty if there is none
   * @param source what the origin calls it
   */
  public static NsSwitch parse(String text, String source) {
    return new NsSwitchParser(source).parse(text);
  }

  /**
   * A place to look.
   *
   * @param name {@link #FILES}, {@link #DNS}, {@link #MYHOSTNAME}, or one that is not ours to ask
   * @param actions what to do next, where it differs from the default
   */
  public record Service(String name, Map<Status, Action> actions) {

    /** Copies the map. */
    public Service {
      actions = Map.copyOf(actions);
    }

    /** What to do once the service has said that: return after a success, else continue. */
    public Action after(Status status) {
      return actions.getOrDefault(
          status, status == Status.SUCCESS ? Action.RETURN : Action.CONTINUE);
    }
  }

  /** What became of looking there. */
  public enum Status {
    /** The host was found. */
    SUCCESS,
    /** There is no such host there, or it has no such address. */
    NOTFOUND,
    /** The service is not to be had at all: no file, no server, nothing of that name here. */
    UNAVAIL,
    /** The service cannot say at present: a time-out, a server's failure. */
    TRYAGAIN
  }

  /** What to do next. */
  public enum Action {
    /** What there is so far is the result. */
    RETURN,
    /** The next service is asked. */
    CONTINUE,
    /** The next service is asked, too, and what both found is the result. */
    MERGE
  }
}
