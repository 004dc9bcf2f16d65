// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.spi.InetAddressResolver;
import org.jspecify.annotations.Nullable;

/**
 * What came of the start at the first lookup.
 *
 * @param resolver what answers from now on
 * @param answers whether Leafward answers, not the JDK
 * @param text what happened, in words
 * @param isAsChosen false if Leafward does not answer though it should
 * @param failure why not, if there is an exception for it
 * @param shadow what is seen in {@link InetMode#SHADOW}, null in other modes
 */
record Started(
    InetAddressResolver resolver,
    boolean answers,
    String text,
    boolean isAsChosen,
    @Nullable Throwable failure,
    @Nullable ShadowReport shadow) {

  /** Leafward answers. */
  static Started leafward(InetAddressResolver resolver, String choice) {
    String text = "Leafward resolves the names of this JVM: " + choice;
    return new Started(resolver, true, text, true, null, null);
  }

  /** The JDK's own resolver answers, and Leafward beside it. */
  static Started shadow(InetAddressResolver both, String choice, ShadowReport report) {
    String text = "Leafward resolves the names of this JVM beside the JDK: " + choice;
    return new Started(both, false, text, true, null, report);
  }

  /** The JDK's own resolver answers, as was chosen. */
  static Started off(InetAddressResolver jdk, String choice) {
    return new Started(jdk, false, builtIn(choice), true, null, null);
  }

  /** The JDK's own resolver answers, because Leafward cannot. */
  static Started broken(InetAddressResolver jdk, String why, @Nullable Throwable failure) {
    return new Started(jdk, false, builtIn(why), false, failure, null);
  }

  private static String builtIn(String why) {
    return "the JDK's own resolver resolves the names of this JVM: " + why;
  }
}
