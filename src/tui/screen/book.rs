//! The Book view: who needs me, whom we know, the score, the plan.
