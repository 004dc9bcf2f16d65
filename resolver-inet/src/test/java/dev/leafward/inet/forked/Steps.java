// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.InetMode;
import dev.leafward.inet.InetSettings;
import dev.leafward.inet.LeafwardInet;
import dev.leafward.inet.plain.LookUp;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.host.HostResolver;

/** A program that does what its arguments say, one after the other, and prints what came of it. */
public final class Steps {

  private Steps() {}

  /**
   * Prints a line for each step.
   *
   * @param steps what to do: a word, and perhaps something behind a colon
   */
  public static void main(String[] steps) throws Exception {
    for (String step : steps) {
      int colon = step.indexOf(':');
      String word = colon < 0 ? step : step.substring(0, colon);
      run(word, step.substring(colon + 1));
    }
  }

  private static void run(String word, String operand) throws Exception {
    switch (word) {
      case "lookup" -> LookUp.main(new String[] {operand});
      case "reverse" -> LookUp.main(new String[] {"-x", operand});
      case "probe" -> System.out.println(LeafwardInet.probe());
      case "warmUp" -> System.out.println(LeafwardInet.warmUp());
      case "configure" -> tell(() -> LeafwardInet.configure(InetSettings.of(mode(operand))));
      case "use" -> tell(() -> LeafwardInet.use(HostResolver.over(demo()).build()));
      case "blind" ->
          Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      case "sighted" ->
          Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
      default -> throw new IllegalArgumentException(word);
    }
  }

  private static void tell(Runnable choice) {
    try {
      choice.run();
      System.out.println("chosen");
    } catch (IllegalStateException e) {
      System.out.println("too late: " + e.getMessage());
    }
  }

  private static InetMode mode(String word) {
    return InetMode.valueOf(word);
  }

  private static Resolver demo() {
    return new DemoSource().open(InetMode.RECURSIVE, Thread::startVirtualThread);
  }
}
