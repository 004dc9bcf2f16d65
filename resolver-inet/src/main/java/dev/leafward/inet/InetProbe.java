// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

/**
 * Who really resolves the names of this JVM, as a test lookup has shown.
 *
 * @param isAsked whether what the JDK is asked arrives at Leafward
 * @param answers whether Leafward answers it; not so in {@link InetMode#SHADOW}, and where it could
 *     not start
 * @param reason for people: what was switched on and where, or why Leafward is not asked or does
 *     not answer
 * @param reentries how often Leafward's own work has looked a name up through the JDK, which then
 *     answered by its own resolver. Anything but 0 is a defect of Leafward or of a {@link
 *     ResolverSource}
 */
public record InetProbe(boolean isAsked, boolean answers, String reason, long reentries) {}
