// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.leafward.inet.forked;

import org.jspecify.annotations.NullMarked;
