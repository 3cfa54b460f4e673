use super::{check, check_on};

#[test]
fn days_in_letters() {
    check(&[
        ("It ended on September 16, 2020.", "[September 16, 2020] 2020-09-16"),
        ("It ended on Sept. 16, 2020.", "[Sept. 16, 2020] 2020-09-16"),
        ("It ended on Sep 16 2020.", "[Sep 16 2020] 2020-09-16"),
        ("It ended on 16 Sep 2020.", "[16 Sep 2020] 2020-09-16"),
        ("It ended on 16 September, 2020.", "[16 September, 2020] 2020-09-16"),
        ("It ended on September 16th, 2020.", "[September 16th, 2020] 2020-09-16"),
        ("It ended on the 16th of September, 2020.", "[16th of September, 2020] 2020-09-16"),
        ("It ended on the 1st day of May 2019.", "[1st day of May 2019] 2019-05-01"),
        ("It ended on SEPTEMBER 16, 2020.", "[SEPTEMBER 16, 2020] 2020-09-16"),
        ("It ended on 09/JAN/2017.", "[09/JAN/2017] 2017-01-09"),
        ("It ended on 9-Jan-2017.", "[9-Jan-2017] 2017-01-09"),
        ("It ended on 2017 January 9.", "[2017 January 9] 2017-01-09"),
        ("It ended on Wednesday, September 16, 2020.", "[Wednesday, September 16, 2020] 2020-09-16"),
        ("It ended on Wed, 16 Sep 2020.", "[Wed, 16 Sep 2020] 2020-09-16"),
        ("It ended on June 3rd, 1998.", "[June 3rd, 1998] 1998-06-03"),
        (
            "It ended on fifteen August nineteen hundred ninety three.",
            "[fifteen August nineteen hundred ninety three] 1993-08-15",
        ),
        ("It ended on May twenty-first, 2004.", "[May twenty-first, 2004] 2004-05-21"),
        ("It ended on February 29, 2020.", "[February 29, 2020] 2020-02-29"),
    ]);
}

#[test]
fn days_in_digits() {
    check(&[
        ("It ended on 2020-09-16.", "[2020-09-16] 2020-09-16"),
        ("It ended on 2020/9/16.", "[2020/9/16] 2020-09-16"),
        ("It ended on 9/16/2020.", "[9/16/2020] 2020-09-16"),
        ("It ended on 16/9/2020.", "[16/9/2020] 2020-09-16"),
        ("It ended on 16.09.2020.", "[16.09.2020] 2020-09-16"),
        ("It ended on 09-16-2020.", "[09-16-2020] 2020-09-16"),
        ("It ended on 04/03/2020.", "[04/03/2020] 2020-04-03"),
        ("It ended on 9/16/96.", "[9/16/96] 1996-09-16"),
        ("It ended at 2014-04-18 13:00.", "[2014-04-18] 2014-04-18"),
        ("(2014-04-18T13:00:00Z)", "[2014-04-18] 2014-04-18"),
    ]);
}

#[test]
fn other_dates_settle_the_order_of_day_and_month() {
    check(&[
        ("Paid on 25/12/2019 and on 04/03/2020.", "[25/12/2019] 2019-12-25; [04/03/2020] 2020-03-04"),
        ("Paid on 12/25/2019 and on 04/03/2020.", "[12/25/2019] 2019-12-25; [04/03/2020] 2020-04-03"),
    ]);
}

#[test]
fn months_and_years() {
    check(&[
        ("The firm was sold in May 2019.", "[May 2019] 2019-05 within"),
        ("The firm was sold in May, 2019.", "[May, 2019] 2019-05 within"),
        ("The firm was sold in May of 2019.", "[May of 2019] 2019-05 within"),
        ("The firm was sold in Aug. 1996.", "[Aug. 1996] 1996-08 within"),
        ("The firm was sold in 2019.", "[2019] 2019 within"),
        ("The firm has been quiet since 2004.", "[2004] 2004 from"),
        ("The firm was sold in '96.", "['96] 1996 within"),
        ("The firm was sold in the year 2004.", "[the year 2004] 2004 within"),
        ("The play (1995) was a success.", "[1995] 1995"),
        ("He was sentenced in nineteen ninety-six.", "[nineteen ninety-six] 1996 within"),
        ("They traded in the 1990s.", "[the 1990s] 199X within"),
        ("They traded in the 1930's.", "[the 1930's] 193X within"),
        ("They traded in the nineties.", "[the nineties] 199X within"),
        ("They traded in the '90s.", "[the '90s] 199X within"),
        ("They traded in the 19th century.", "[the 19th century] 18XX within"),
        ("They traded in the eighteenth century.", "[the eighteenth century] 17XX within"),
        ("They built it in 347 AD.", "[347 AD] 0347 within"),
    ]);
}

#[test]
fn parts_of_years() {
    check(&[
        ("Sales fell in Q3 2020.", "[Q3 2020] 2020-35 within"),
        ("Sales fell in the third quarter of 2020.", "[the third quarter of 2020] 2020-35 within"),
        ("Sales fell in 3Q20.", "[3Q20] 2020-35 within"),
        ("Sales fell in the first half of 2020.", "[the first half of 2020] 2020-40 within"),
        ("Sales fell in H1 2020.", "[H1 2020] 2020-40 within"),
        ("Sales fell in the summer of 2010.", "[the summer of 2010] 2010-22 within"),
        ("Sales fell in spring 2011.", "[spring 2011] 2011-21 within"),
        ("Sales fell in fiscal 2019.", "[fiscal 2019] 2019 within"),
        ("Sales fell in FY2019.", "[FY2019] 2019 within"),
        ("Sales fell in early 2019.", "[early 2019] 2019-01/2019-04 within"),
        ("Sales fell in mid-2019.", "[mid-2019] 2019-05/2019-08 within"),
        ("Sales fell in late May 2019.", "[late May 2019] 2019-05-21/2019-05-31 within"),
        ("It opened on Christmas Day 2018.", "[Christmas Day 2018] 2018-12-25"),
        ("It opened on Thanksgiving 2019.", "[Thanksgiving 2019] 2019-11-28"),
        ("It opened on Easter 2021.", "[Easter 2021] 2021-04-04"),
        (
            "It opened in the third week of January 2019.",
            "[the third week of January 2019] 2019-01-14/2019-01-20 within",
        ),
        ("It opened on the last day of May 2019.", "[the last day of May 2019] 2019-05-31"),
        (
            "It rained in the first ten days of May 2019.",
            "[the first ten days of May 2019] 2019-05-01/2019-05-10 within",
        ),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("The strike of June 3-5, 2019, failed.", "[June 3-5, 2019] 2019-06-03/2019-06-05"),
        ("The strike of 3–5 June 2019 failed.", "[3–5 June 2019] 2019-06-03/2019-06-05"),
        ("It ran from May to December, 2019.", "[May to December, 2019] 2019-05/2019-12"),
        ("It ran between 2005 and 2008.", "[between 2005 and 2008] 2005/2008"),
        ("It ran (1995–1998).", "[1995–1998] 1995/1998"),
        ("It ran 2014–19.", "[2014–19] 2014/2019"),
        ("It ran 8/10/2012 - 8/15/2012.", "[8/10/2012 - 8/15/2012] 2012-08-10/2012-08-15"),
        ("It ran from June 30, 2018 to July 2, 2019.", "[June 30, 2018 to July 2, 2019] 2018-06-30/2019-07-02"),
        ("It ran from May 5, 2018, to June 3, 2019.", "[May 5, 2018, to June 3, 2019] 2018-05-05/2019-06-03"),
        ("It ran Aug–Oct 2019.", "[Aug–Oct 2019] 2019-08/2019-10"),
    ]);
}

#[test]
fn about() {
    check(&[
        ("It was built around 1915.", "[around 1915] 1915~"),
        ("It was built circa 1850.", "[circa 1850] 1850~"),
        ("It was built c. 1850.", "[c. 1850] 1850~"),
        ("It was built about May 2015.", "[about May 2015] 2015-05~"),
    ]);
}

#[test]
fn dates_in_full_need_no_publication_date() {
    check_on(
        None,
        &[
            ("It ended on September 16, 2020.", "[September 16, 2020] 2020-09-16"),
            ("It ended in 2019.", "[2019] 2019 within"),
            ("It ended on September 16.", "[September 16] XXXX-09-16"),
            ("It ended in November.", "[November] XXXX-11 within"),
            ("It ended on Monday.", "[Monday] XXXX-WXX-1"),
        ],
    );
}
