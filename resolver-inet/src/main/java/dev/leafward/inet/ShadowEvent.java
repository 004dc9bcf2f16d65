// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A lookup of shadow mode, in a recording of the JDK Flight Recorder. */
@Name("dev.leafward.ShadowLookup")
@Label("Shadow Lookup")
@Description("A lookup done by the JDK and by Leafward beside it")
@Category("Leafward")
@StackTrace(false)
final class ShadowEvent extends Event {

  @Label("Host")
  String host = "";

  @Label("Verdict")
  String verdict = "";

  @Label("Answer of the JDK")
  String jdkAnswer = "";

  @Label("Answer of Leafward")
  String leafwardAnswer = "";

  @Label("Time of the JDK")
  @Timespan(Timespan.NANOSECONDS)
  long jdkTime;

  @Label("Time of Leafward")
  @Timespan(Timespan.NANOSECONDS)
  long leafwardTime;

  private ShadowEvent() {}

  /** Puts an event into the recordings that are running. */
  static void record(String host, ShadowVerdict verdict, ShadowSide jdk, ShadowSide leafward) {
    ShadowEvent event = new ShadowEvent();
    if (event.shouldCommit()) {
      event.host = PrintableText.name(host);
      event.verdict = verdict.text();
      event.jdkAnswer = jdk.toString();
      event.leafwardAnswer = leafward.toString();
      event.jdkTime = jdk.took().toNanos();
      event.leafwardTime = leafward.took().toNanos();
      event.commit();
    }
  }
}
