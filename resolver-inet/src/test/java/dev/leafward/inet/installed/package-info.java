// SPDX-License-Identifier: Apache-2.0
/** What watches over whole test suites that run with Leafward as the JVM's resolver. */
@NullMarked
package dev.leafward.inet.installed;

import org.jspecify.annotations.NullMarked;
