// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.plain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Looks up what its arguments say, as any program does, and prints a line for each. */
public final class LookUp {

  private LookUp() {}

  /**
   * Prints addresses, names and failures.
   *
   * @param arguments names, and addresses of which to print the name behind a {@code -x}
   */
  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("-x")) {
        i++;
        System.out.println(arguments[i] + " " + InetAddress.getByName(arguments[i]).getHostName());
      } else {
        System.out.println(arguments[i] + " " + found(arguments[i]));
      }
    }
  }

  private static String found(String name) {
    try {
      List<String> found = new ArrayList<>();
      for (InetAddress address : InetAddress.getAllByName(name)) {
        // The name that the address carries stands before the slash; getHostName would look it up.
        found.add(address.toString());
      }
      return String.join(" ", found);
    } catch (UnknownHostException e) {
      return "unknown: " + e.getMessage() + " <- " + e.getCause();
    }
  }
}
