package com.example.sample;

import com.example.sample.SamplePosted.Result;
import java.time.Instant;

/// One post, as it is kept: nothing about a person.
///
/// @param type what happened, as `message.written`
record SampleDelivery(
    long number, Instant at, String type, Result result, String detail, int attempts) {}
