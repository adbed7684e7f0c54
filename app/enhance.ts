import "./ui/enhance";

/** Most pages have no free text and load nothing of the guard. */
if (document.querySelector("[data-guard]")) void import("./guard/while-typing");
