use super::{check, check_on};

#[test]
fn days_from_publication() {
    check(&[
        ("He was arrested today.", "[today] 2020-09-09 same_day"),
        ("He was arrested yesterday.", "[yesterday] 2020-09-08 days_before"),
        ("He will appear tomorrow.", "[tomorrow] 2020-09-10 days_after"),
        ("He was arrested three days ago.", "[three days ago] 2020-09-06 days_before"),
        ("He was arrested the day before yesterday.", "[the day before yesterday] 2020-09-07 days_before <2020-09-08"),
        ("He will appear the day after tomorrow.", "[the day after tomorrow] 2020-09-11 days_after <2020-09-10"),
        ("He left a week ago.", "[a week ago] 2020-09-02 weeks_before"),
        ("He left two weeks ago.", "[two weeks ago] 2020-08-26 weeks_before"),
        ("He left two months ago.", "[two months ago] 2020-07 months_before"),
        ("He left five years ago.", "[five years ago] 2015 years_before"),
        ("He will be back in three weeks.", "[in three weeks] 2020-09-30 weeks_after"),
        ("He will be back in less than two weeks.", "[in less than two weeks] 2020-09-23~ weeks_after"),
        ("It will be the first time in two years.", ""),
        ("He will be back three weeks from now.", "[three weeks from now] 2020-09-30 weeks_after"),
    ]);
}

#[test]
fn weekdays_follow_the_tense() {
    check(&[
        ("The court ruled Monday.", "[Monday] 2020-09-07 latest_weekday"),
        ("The court ruled on Friday.", "[Friday] 2020-09-04 latest_weekday"),
        ("The court ruled on Wednesday.", "[Wednesday] 2020-09-09 latest_weekday"),
        ("The court will rule on Friday.", "[Friday] 2020-09-11 next_weekday"),
        ("A ruling is expected on Monday.", "[Monday] 2020-09-14 next_weekday"),
        ("The court ruled last Friday.", "[last Friday] 2020-09-04 latest_weekday"),
        ("The court will sit next Tuesday.", "[next Tuesday] 2020-09-15 next_weekday"),
        ("The court will sit on Tuesday of next week.", "[Tuesday of next week] 2020-09-15 weekday_of_week"),
        ("The court will sit next week on Tuesday.", "[next week on Tuesday] 2020-09-15 weekday_of_week"),
    ]);
}

#[test]
fn units() {
    check(&[
        ("Sales fell last week.", "[last week] 2020-08-31/2020-09-06 previous_week"),
        ("Sales rose this month.", "[this month] 2020-09 same_month"),
        ("Sales fell last month.", "[last month] 2020-08 previous_month"),
        ("Sales will fall next month.", "[next month] 2020-10 following_month"),
        ("Sales fell last quarter.", "[last quarter] 2020-34 previous_quarter"),
        ("Sales fell last year.", "[last year] 2019 previous_year"),
        ("Sales will fall this year.", "[this year] 2020 same_year"),
        ("Sales will fall next year.", "[next year] 2021 following_year"),
        ("Sales fell last weekend.", "[last weekend] 2020-09-05/2020-09-06 previous_weekend"),
        ("Sales fell over the past five years.", "[the past five years] 2015-09-09/2020-09-08 within span_before"),
        ("Sales will fall over the next 10 days.", "[the next 10 days] 2020-09-10/2020-09-19 within span_after"),
        ("Sales fell last summer.", "[last summer] 2020-22 latest_of_year"),
        ("Sales fell last October.", "[last October] 2019-10 latest_of_year"),
        ("Sales rose earlier this month.", "[earlier this month] 2020-09-01/2020-09-09 within month_so_far"),
        ("It will close for the rest of the year.", "[the rest of the year] 2020-09-09/2020-12-31 within rest_of_year"),
    ]);
}

#[test]
fn months_and_days_without_a_year() {
    check(&[
        ("The team won in October.", "[October] 2019-10 within latest_month"),
        ("The team won in August.", "[August] 2020-08 within latest_month"),
        ("The team will play in October.", "[October] 2020-10 within next_month"),
        ("The team is expected to play in May.", "[May] 2021-05 within next_month"),
        ("He was charged on August 20.", "[August 20] 2020-08-20 latest_day"),
        ("He was charged on Oct. 20.", "[Oct. 20] 2019-10-20 latest_day"),
        ("He will be heard on Oct. 20.", "[Oct. 20] 2020-10-20 next_day"),
        ("The hearing is scheduled for September 16.", "[September 16] 2020-09-16 next_day"),
        ("He was charged on the 4th.", "[4th] 2020-09-04 latest_day"),
        ("He will be heard on the 24th.", "[24th] 2020-09-24 next_day"),
        ("It opened on Christmas Eve.", "[Christmas Eve] 2019-12-24 latest_day"),
        ("It will open on Labor Day.", "[Labor Day] 2021-09-06 next_day"),
    ]);
}

#[test]
fn dates_from_the_text() {
    check(&[
        (
            "It began on May 4, 2018. A week later, it failed.",
            "[May 4, 2018] 2018-05-04; [A week later] 2018-05-11 weeks_after <2018-05-04",
        ),
        (
            "It began in 1996. Two years later it failed.",
            "[1996] 1996 within; [Two years later] 1998 years_after <1996",
        ),
        (
            "It began in March 2010. It failed in August of that year.",
            "[March 2010] 2010-03 within; [August of that year] 2010-08 within",
        ),
        (
            "It began in March 2010. It failed the same year.",
            "[March 2010] 2010-03 within; [the same year] 2010 same_year <2010-03",
        ),
        (
            "He paid two weeks before May 15, 2018.",
            "[two weeks before May 15, 2018] 2018-05-01 weeks_before <2018-05-15",
        ),
        ("It failed two years after the 2016 election.", "[two years after the 2016 election] 2018 years_after <2016"),
        // A year that only names a law is no time that the text goes on from.
        ("The 1996 law covers them. It opens in June.", "[1996] 1996; [June] 2020-06 within latest_month"),
        ("He paid 30 days after June 1, 2018.", "[30 days after June 1, 2018] 2018-07-01 days_after <2018-06-01"),
    ]);
}

#[test]
fn nothing_to_count_from() {
    check_on(
        None,
        &[
            ("He was arrested yesterday.", "[yesterday] XXXX-XX-XX"),
            ("It begins in early May.", "[early May] XXXX-05 within"),
            ("It began on July 4.", "[July 4] XXXX-07-04"),
        ],
    );
}

#[test]
fn publication_known_to_the_month_or_year() {
    check_on(Some("2020"), &[("Sales fell last year.", "[last year] 2019 previous_year")]);
    check_on(Some("2020-09"), &[("Sales fell last month.", "[last month] 2020-08 previous_month")]);
}
