/// What a forecast may take as known: what people like these bought before, who reads messages, and
/// what the shop's own finished campaigns brought.
@NullMarked
package org.marquetry.campaign.core.response;

import org.jspecify.annotations.NullMarked;
