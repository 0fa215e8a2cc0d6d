package jumin.regulation.cases;

import jumin.regulation.json.Json;
import jumin.regulation.review.Review;
import jumin.regulation.review.ReviewFacts;
import jumin.regulation.review.Suspicion;
import jumin.regulation.worksheet.Reasons;

/** 审核的回答：by which rules something is suspect, and what part of it. */
final class ReviewAnswers {

    private ReviewAnswers() {}

    static Answer of(Question question) {
        var suspicions = Review.of(new ReviewFacts(question.facts("review")), question.law());
        return Answer.on(Reasons.of(question.law()).sheet())
                .words(
                        "rules",
                        suspicions.stream().map(one -> one.rule().code()).toList())
                .with(
                        "beyond",
                        Json.array(suspicions.stream()
                                .map(Suspicion::beyond)
                                .map(Json::of)
                                .toList()))
                .with(
                        "of",
                        Json.array(suspicions.stream()
                                .map(Suspicion::of)
                                .map(Json::of)
                                .toList()));
    }
}
