import type { ReactNode } from "react";

interface Answers {
  about: string;
  questions: { question: string; answer: ReactNode }[];
}

/** What people ask most, by subject. */
export const ANSWERS: Answers[] = [
  {
    about: "Joining",
    questions: [
      {
        question: "Who can join?",
        answer: (
          <p>
            Anybody who works as a social prescribing link worker, whatever the job is called and
            whatever your qualifications. There are grades for students, managers and supporters
            too. <a href="/join">See the grades and prices</a>.
          </p>
        ),
      },
      {
        question: "How long does it take?",
        answer: (
          <p>
            About 5 minutes, and you can stop and come back. For some grades somebody in the office
            reads your application first; you get an email when it is your turn.
          </p>
        ),
      },
    ],
  },
  {
    about: "Paying",
    questions: [
      {
        question: "How can I pay?",
        answer: (
          <p>
            By card or by Direct Debit, for a year or a month at a time. Your card details go to the
            payment company and never reach us.
          </p>
        ),
      },
      {
        question: "How do I stop my membership from renewing?",
        answer: (
          <p>
            Sign in, open <a href="/membership">Membership</a> and choose to cancel. You stay a
            member until the end of what you have paid for.
          </p>
        ),
      },
      {
        question: "A payment failed. Have I lost my membership?",
        answer: (
          <p>
            No. You keep everything for some time while it is tried again. Sign in and look under{" "}
            <a href="/membership">Membership</a> to see what to do and by when.
          </p>
        ),
      },
    ],
  },
  {
    about: "Your CPD record",
    questions: [
      {
        question: "What counts as CPD?",
        answer: (
          <p>
            Anything that you learnt from and can use in your work: a course, an article, a
            conversation with a peer, a hard case that you thought through. Say in a sentence what
            you take from it, without anything that tells who a patient is.
          </p>
        ),
      },
      {
        question: "Who sees my record?",
        answer: (
          <p>
            You do, and it stays yours if you leave: you can read it and take it with you at any
            time.
          </p>
        ),
      },
    ],
  },
  {
    about: "Signing in",
    questions: [
      {
        question: "I cannot sign in",
        answer: (
          <p>
            You can always have <a href="/forgotten-password">a link sent to your email</a>. If you
            changed jobs and lost the address, <a href="/contact">write to the office</a>: it can
            move your account once it knows that you are you.
          </p>
        ),
      },
      {
        question: "No email comes",
        answer: (
          <p>
            Look in the junk folder. Work mailboxes sometimes hold mail back for some minutes. Each
            mail with a link also has a six-digit code that you can type instead.
          </p>
        ),
      },
    ],
  },
];
